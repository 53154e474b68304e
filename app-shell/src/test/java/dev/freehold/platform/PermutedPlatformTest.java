package dev.freehold.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.journal.RunResult;
import dev.freehold.engine.deploy.RunOutcome;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What one machine has and another gets, in one plan.
class PermutedPlatformTest {

    /// `-Dpermuted.seeds=10000` asks for more.
    static LongStream seeds() {
        long first = Long.getLong("permuted.first", 1);
        return LongStream.range(first, first + Long.getLong("permuted.seeds", 250));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void one_deployment_leads_from_any_spec_to_a_permuted_one(long seed) {
        // given
        var specs = Permuted.of(seed);
        var platform = new Platform(specs.first(), seed);
        assertSucceeded(platform.deploy(specs.first()));
        // when
        var outcome = platform.deploy(specs.second());
        // then
        assertSucceeded(outcome);
        assertThat(platform.pending(specs.second(), true)).isEmpty();
        assertThat(platform.flaws()).isEmpty();
    }

    private static void assertSucceeded(RunOutcome outcome) {
        assertThat(outcome.refusal()).isEmpty();
        assertThat(outcome.report().resources())
                .filteredOn(one -> one.error() != null)
                .isEmpty();
        assertThat(outcome.report().result()).isEqualTo(RunResult.SUCCEEDED);
    }
}
