package dev.freehold.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.sim.chance.Seed;
import dev.freehold.adapters.sim.fault.RandomFaults;
import dev.freehold.domain.journal.RunResult;
import dev.freehold.engine.deploy.RunOutcome;
import dev.freehold.ports.driver.ProcessHalted;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What one machine has and another gets, in one plan.
class PermutedPlatformTest {
    private static final int MOST_RUNS = 40;

    /// `benchmarks/permute` asks for more.
    static LongStream seeds() {
        long first = Long.getLong("freehold.permuted.first", 1);
        return LongStream.range(first, first + Long.getLong("freehold.permuted.sim", 250));
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

    static LongStream disturbed() {
        return LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("disturbed")
    void whatever_goes_wrong_on_the_way_it_gets_there_by_asking_again(long seed) {
        // given: calls go wrong at random, and processes die at random records
        var specs = Permuted.of(seed);
        var random = new SplittableRandom(seed);
        var platform = new Platform(specs.first(), seed);
        assertSucceeded(platform.deploy(specs.first()));
        var result = RunResult.INTERRUPTED;
        // when
        for (int run = 0; result != RunResult.SUCCEEDED; run++) {
            assertThat(run).as("runs that it took").isLessThan(MOST_RUNS);
            int lives = random.nextInt(1, 120);
            boolean written = random.nextBoolean();
            platform.befallenBy(new RandomFaults(new Seed(seed * MOST_RUNS + run)))
                    .through(kept -> new HaltingJournals(kept, lives, written));
            try {
                result = platform.deploy(specs.second()).report().result();
            } catch (ProcessHalted dead) {
                result = RunResult.INTERRUPTED;
            }
        }
        // then
        platform.spared();
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
