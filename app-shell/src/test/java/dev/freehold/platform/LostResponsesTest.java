package dev.freehold.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.sim.call.Act;
import dev.freehold.adapters.sim.fault.Fault;
import dev.freehold.adapters.sim.fault.Fault.Mishap;
import dev.freehold.adapters.sim.fault.Fault.When;
import dev.freehold.domain.blueprint.Blueprint;
import dev.freehold.domain.blueprint.ImageSupply;
import dev.freehold.domain.journal.RunResult;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.domain.spec.Glob;
import dev.freehold.domain.spec.Spec;
import dev.freehold.engine.deploy.RunReport.ResourceResult;
import dev.freehold.ports.driver.ProcessHalted;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each node of the platform, one after the other, with a call that comes to something else than an answer.
class LostResponsesTest {
    private static final Spec SPEC = DefaultSpec.threeNode();
    private static final Platform DEPLOYED = deployed();

    private static Platform deployed() {
        var platform = new Platform(SPEC, 0);
        platform.deploy(SPEC);
        return platform;
    }

    static Stream<ResourceId> nodes() {
        return Blueprint.draw(SPEC, ImageSupply.AS_IN_SPEC).nodes().stream().map(Node::id);
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void what_was_made_without_an_answer_is_adopted(ResourceId id) {
        // given
        var platform = new Platform(SPEC, 0).befallenBy(Fault.once(id.text(), Act.CREATE, Mishap.RESPONSE_LOST));
        // when
        var outcome = platform.deploy(SPEC);
        // then
        assertThat(outcome.report().result()).isEqualTo(RunResult.SUCCEEDED);
        assertDeployed(platform.spared());
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void what_timed_out_is_made_after_all(ResourceId id) {
        // given
        var platform = new Platform(SPEC, 0).befallenBy(Fault.once(id.text(), Act.CREATE, Mishap.TIMEOUT));
        // when
        var outcome = platform.deploy(SPEC);
        // then
        assertThat(outcome.report().result()).isEqualTo(RunResult.SUCCEEDED);
        assertDeployed(platform.spared());
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void a_process_that_dies_right_after_a_call_finds_what_it_made(ResourceId id) {
        // given
        var death = new Fault(Glob.of(id.text()), Optional.of(Act.CREATE), Mishap.HALT, 1, When.AFTER);
        var platform = new Platform(SPEC, 0).befallenBy(death);
        try {
            platform.deploy(SPEC);
            throw new AssertionError("it did not die");
        } catch (ProcessHalted expected) {
            assertThat(expected).isNotNull();
        }
        // when
        var outcome = platform.spared().deploy(SPEC);
        // then
        assertThat(outcome.report().result()).isEqualTo(RunResult.SUCCEEDED);
        assertDeployed(platform);
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void what_was_removed_without_an_answer_is_gone(ResourceId id) {
        // given
        var platform = new Platform(SPEC, 0);
        platform.deploy(SPEC);
        platform.befallenBy(Fault.once(id.text(), Act.DELETE, Mishap.RESPONSE_LOST));
        // when
        var outcome = platform.destroy();
        // then
        assertThat(outcome.report().result()).isEqualTo(RunResult.SUCCEEDED);
        assertThat(platform.world.isEmpty()).isTrue();
        assertThat(platform.spared().flaws()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void a_refusal_stops_what_needs_it_and_the_next_run_goes_on(ResourceId id) {
        // given
        var platform = new Platform(SPEC, 0).befallenBy(Fault.once(id.text(), Act.CREATE, Mishap.REFUSED));
        // when
        var outcome = platform.deploy(SPEC);
        // then
        assertThat(outcome.report().result()).isEqualTo(RunResult.FAILED);
        assertThat(outcome.report().resources())
                .filteredOn(one -> one.result() == ResourceResult.FAILED)
                .singleElement()
                .satisfies(one -> assertThat(one.id()).isEqualTo(id))
                .satisfies(one -> assertThat(one.error()).isNotBlank());
        assertThat(platform.flaws()).isEmpty();
        // when
        platform.spared().deploy(SPEC);
        // then
        assertDeployed(platform);
    }

    private static void assertDeployed(Platform platform) {
        assertThat(platform.differsFrom(DEPLOYED)).isEmpty();
        assertThat(platform.madeTwice()).isEmpty();
        assertThat(platform.flaws()).isEmpty();
        assertThat(platform.pending(SPEC, true)).isEmpty();
    }
}
