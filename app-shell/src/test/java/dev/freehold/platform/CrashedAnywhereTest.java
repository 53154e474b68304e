package dev.freehold.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.domain.journal.RunResult;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.domain.spec.Spec;
import dev.freehold.ports.driver.ProcessHalted;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A process that dies at any record of any journal, and the same command again.
class CrashedAnywhereTest {
    private static final Spec SPEC = DefaultSpec.threeNode();
    private static final Platform DEPLOYED = deployed();

    private static Platform deployed() {
        var platform = new Platform(SPEC, 0);
        platform.deploy(SPEC);
        return platform;
    }

    static Stream<Arguments> recordsOfADeployment() {
        var counted = new HaltingJournals[1];
        var platform = new Platform(SPEC, 0).through(kept -> counted[0] = HaltingJournals.never(kept));
        platform.deploy(SPEC);
        return sides(counted[0].records());
    }

    static Stream<Arguments> recordsOfADestruction() {
        var counted = new HaltingJournals[1];
        deployed().through(kept -> counted[0] = HaltingJournals.never(kept)).destroy();
        return sides(counted[0].records());
    }

    private static Stream<Arguments> sides(int records) {
        assertThat(records).isGreaterThan(200);
        return IntStream.rangeClosed(1, records)
                .boxed()
                .flatMap(record -> Stream.of(Arguments.of(record, false), Arguments.of(record, true)));
    }

    @ParameterizedTest(name = "record {0}, written: {1}")
    @MethodSource("recordsOfADeployment")
    void a_deployment_goes_on_to_the_same_platform(int record, boolean written) {
        // given
        var platform = new Platform(SPEC, 0).through(kept -> new HaltingJournals(kept, record, written));
        assertThatThrownBy(() -> platform.deploy(SPEC)).isInstanceOf(ProcessHalted.class);
        // when
        var outcome = platform.spared().deploy(SPEC);
        // then
        assertThat(outcome.report().result()).isEqualTo(RunResult.SUCCEEDED);
        assertThat(platform.differsFrom(DEPLOYED)).isEmpty();
        assertThat(platform.madeTwice()).isEmpty();
        assertThat(platform.flaws()).isEmpty();
        assertThat(platform.pending(SPEC, true)).isEmpty();
        assertThat(platform.states().byLayer().values())
                .allMatch(state -> state.rollbackPoints().size() == 1);
    }

    @ParameterizedTest(name = "record {0}, written: {1}")
    @MethodSource("recordsOfADestruction")
    void a_destruction_goes_on_until_nothing_is_left(int record, boolean written) {
        // given
        var platform = deployed().through(kept -> new HaltingJournals(kept, record, written));
        assertThatThrownBy(() -> platform.destroy()).isInstanceOf(ProcessHalted.class);
        // when
        var outcome = platform.spared().destroy();
        // then
        assertThat(outcome.report().result()).isEqualTo(RunResult.SUCCEEDED);
        assertThat(platform.world.isEmpty()).isTrue();
        assertThat(platform.flaws()).isEmpty();
        assertThat(platform.states().standing()).isEmpty();
    }
}
