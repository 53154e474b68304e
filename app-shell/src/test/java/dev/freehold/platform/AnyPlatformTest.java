package dev.freehold.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.sim.chance.Seed;
import dev.freehold.adapters.sim.fault.RandomFaults;
import dev.freehold.domain.allowance.Allowances;
import dev.freehold.domain.allowance.Ledger;
import dev.freehold.domain.allowance.Usage;
import dev.freehold.domain.blueprint.Blueprint;
import dev.freehold.domain.blueprint.ImageSupply;
import dev.freehold.domain.fit.Fit;
import dev.freehold.domain.journal.RunResult;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.spec.AnySpec;
import dev.freehold.domain.spec.Spec;
import dev.freehold.engine.deploy.RunOutcome;
import dev.freehold.engine.pace.Bounds;
import dev.freehold.engine.pace.Pace;
import dev.freehold.ports.driver.ProcessHalted;
import dev.freehold.ports.world.WorldChange;
import java.util.LinkedHashMap;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every platform that may be and fits, and for every way from one to another.
class AnyPlatformTest {
    private static final int MOST_RUNS = 30;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 30);
    }

    private static Spec possible(long seed) {
        return AnySpec.such(seed, AnyPlatformTest::isPossible);
    }

    private static boolean isPaying(Spec spec) {
        return spec.account().acceptUsdPerMonth().amount().signum() > 0;
    }

    private static boolean isPossible(Spec spec) {
        var usage = Usage.ofAll(Blueprint.draw(spec, ImageSupply.AS_IN_SPEC).nodes());
        var allowance = Allowances.byId(spec.account().allowance()).orElseThrow();
        return Ledger.of(spec, allowance, usage).violations().isEmpty()
                && Fit.of(spec).violations().isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void deployed_it_is_what_was_planned_and_destroyed_nothing_is_left(long seed) {
        // given
        var spec = possible(seed);
        var platform = new Platform(spec, seed);
        // when
        var outcome = platform.deploy(spec);
        // then
        assertSucceeded(outcome);
        assertThat(platform.world.standing().stream().map(thing -> (Node) thing.resource()))
                .containsExactlyInAnyOrderElementsOf(Blueprint.draw(spec, ImageSupply.AS_IN_SPEC).nodes().stream()
                        .filter(Resource.class::isInstance)
                        .toList());
        assertThat(platform.pending(spec, false)).isEmpty();
        assertThat(platform.pending(spec, true)).isEmpty();
        assertThat(platform.flaws()).isEmpty();
        // when
        var destroyed = platform.destroy();
        // then
        assertSucceeded(destroyed);
        assertThat(platform.world.isEmpty()).isTrue();
        assertThat(platform.states().standing()).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_stands_is_never_above_the_allowance_on_the_way_from_one_to_another(long seed) {
        // given: two platforms in one tenancy
        var first = possible(seed);
        var second = AnySpec.such(
                seed + 1000,
                spec -> isPossible(spec)
                        && spec.account().allowance().equals(first.account().allowance())
                        && isPaying(spec) == isPaying(first));
        var platform = new Platform(first, seed);
        assertSucceeded(platform.deploy(first));
        // when
        var outcome = platform.deploy(second);
        // then
        assertSucceeded(outcome);
        assertThat(platform.pending(second, true)).isEmpty();
        assertThat(platform.flaws()).isEmpty();
        assertNeverAbove(platform, first, second);
    }

    /// By what really happened in the world, whatever the engine thought.
    private static void assertNeverAbove(Platform platform, Spec... specs) {
        var standing = new LinkedHashMap<ResourceId, Node>();
        for (var change : platform.changes.entries()) {
            if (change.what() == WorldChange.What.REMOVED) {
                standing.remove(change.node().id());
            } else {
                standing.put(change.node().id(), change.node());
            }
            var usage = Usage.ofAll(standing.values());
            assertThat(specs)
                    .as("after %s of %s", change.what(), change.node().id())
                    .anyMatch(spec -> Ledger.of(
                                    spec,
                                    Allowances.byId(spec.account().allowance()).orElseThrow(),
                                    usage)
                            .refusals(usage)
                            .isEmpty());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatever_goes_wrong_on_the_way_it_gets_there_by_asking_again(long seed) {
        // given: calls go wrong at random, and processes die at random records
        var spec = possible(seed);
        var random = new SplittableRandom(seed);
        var platform = new Platform(spec, seed);
        var result = RunResult.INTERRUPTED;
        // when
        for (int run = 0; result != RunResult.SUCCEEDED; run++) {
            assertThat(run).as("runs that it took").isLessThan(MOST_RUNS);
            int lives = random.nextInt(1, 120);
            boolean written = random.nextBoolean();
            platform.befallenBy(new RandomFaults(new Seed(seed * MOST_RUNS + run)))
                    .through(kept -> new HaltingJournals(kept, lives, written));
            try {
                result = platform.deploy(spec).report().result();
            } catch (ProcessHalted dead) {
                result = RunResult.INTERRUPTED;
            }
        }
        // then
        platform.spared();
        var undisturbed = new Platform(spec, seed);
        undisturbed.deploy(spec);
        assertThat(platform.differsFrom(undisturbed)).isEmpty();
        assertThat(platform.madeTwice()).isEmpty();
        assertThat(platform.flaws()).isEmpty();
        assertNeverAbove(platform, spec);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_same_seed_gives_the_same_run_and_where_nothing_is_bounded_it_takes_as_long_as_its_longest_chain(
            long seed) {
        // given
        var spec = possible(seed);
        var unbounded = Pace.USUAL.within(Bounds.NONE);
        // when
        var once = new Platform(spec, seed)
                .befallenBy(new RandomFaults(new Seed(seed)))
                .deploy(spec, unbounded);
        var again = new Platform(spec, seed)
                .befallenBy(new RandomFaults(new Seed(seed)))
                .deploy(spec, unbounded);
        // then
        assertThat(again).isEqualTo(once);
        var calm = new Platform(spec, seed).deploy(spec, unbounded).report();
        assertThat(calm.makespanSeconds()).isEqualTo(calm.criticalPathSeconds());
    }

    private static void assertSucceeded(RunOutcome outcome) {
        assertThat(outcome.report().resources())
                .filteredOn(one -> one.error() != null)
                .isEmpty();
        assertThat(outcome.refusal()).isEmpty();
        assertThat(outcome.report().result()).isEqualTo(RunResult.SUCCEEDED);
    }
}
