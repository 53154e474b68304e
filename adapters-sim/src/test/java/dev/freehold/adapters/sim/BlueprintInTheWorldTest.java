package dev.freehold.adapters.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.sim.chance.Seed;
import dev.freehold.adapters.sim.fault.RandomFaults;
import dev.freehold.adapters.sim.world.Invariants;
import dev.freehold.adapters.sim.world.Snapshot;
import dev.freehold.domain.blueprint.Blueprint;
import dev.freehold.domain.blueprint.ImageSupply;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.spec.Spec;
import dev.freehold.domain.specfile.Topology;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What blueprints mean can be made in the world, side by side and whatever goes wrong, and removed again.
class BlueprintInTheWorldTest {

    static Stream<Arguments> platforms() {
        return Stream.of(Topology.values())
                .flatMap(topology -> Stream.of(true, false).map(prebuilt -> Arguments.of(topology, prebuilt)));
    }

    static Stream<Arguments> platformsAndSeeds() {
        return platforms()
                .flatMap(platform -> LongStream.range(0, 25)
                        .mapToObj(seed -> Arguments.of(platform.get()[0], platform.get()[1], seed)));
    }

    private static Sim fresh(Spec spec, long seed) {
        return Sim.throwAway(new SimTerms(spec.account().allowance(), false, seed, Worlds.FOLDER));
    }

    @ParameterizedTest(name = "{0}, prebuilt images: {1}")
    @MethodSource("platforms")
    void a_platform_comes_and_goes_one_node_after_the_other(Topology topology, boolean prebuilt)
            throws InterruptedException {
        // given
        var spec = topology.spec();
        var nodes = Blueprint.draw(spec, ImageSupply.prebuiltIf(prebuilt)).nodes();
        var sim = fresh(spec, 0);
        // when
        for (var node : nodes) {
            Worlds.make(sim, node);
            assertThat(Invariants.violations(sim.world()))
                    .as("after " + node.id())
                    .isEmpty();
        }
        for (var node : nodes.reversed()) {
            if (node instanceof Resource resource) {
                Worlds.remove(sim, resource);
                assertThat(Invariants.violations(sim.world()))
                        .as("without " + node.id())
                        .isEmpty();
            }
        }
        // then
        assertThat(sim.world().isEmpty()).isTrue();
    }

    @ParameterizedTest(name = "{0}, prebuilt images: {1}, seed {2}")
    @MethodSource("platformsAndSeeds")
    void side_by_side_and_with_faults_it_is_the_same_platform_and_nothing_is_made_twice(
            Topology topology, boolean prebuilt, long seed) throws InterruptedException {
        // given
        var spec = topology.spec();
        var nodes = Blueprint.draw(spec, ImageSupply.prebuiltIf(prebuilt)).nodes();
        var sim = fresh(spec, seed).with(new RandomFaults(new Seed(seed)), () -> {});
        // when
        var done = PlainRun.make(sim, nodes);
        // then
        assertThat(done).hasSameSizeAs(nodes);
        assertThat(sim.world().standing()).allMatch(thing -> sim.world().timesMade(thing.id()) == 1);
        assertThat(Invariants.violations(sim.world())).isEmpty();
        var calm = fresh(spec, seed);
        for (var node : nodes) {
            Worlds.make(calm, node);
        }
        assertThat(sim.world().snapshot()).isEqualTo(calm.world().snapshot());
    }

    @ParameterizedTest(name = "{0}, prebuilt images: {1}, seed {2}")
    @MethodSource("platformsAndSeeds")
    void the_same_seed_gives_the_same_run(Topology topology, boolean prebuilt, long seed) throws InterruptedException {
        assertThat(run(topology.spec(), prebuilt, seed)).isEqualTo(run(topology.spec(), prebuilt, seed));
    }

    record Ran(List<ResourceId> order, Duration took, Snapshot world) {}

    private static Ran run(Spec spec, boolean prebuilt, long seed) throws InterruptedException {
        var sim = fresh(spec, seed).with(new RandomFaults(new Seed(seed)), () -> {});
        var order = PlainRun.make(
                sim, Blueprint.draw(spec, ImageSupply.prebuiltIf(prebuilt)).nodes());
        return new Ran(
                order,
                Duration.between(Sim.BEGINNING, sim.timeline().now()),
                sim.world().snapshot());
    }
}
