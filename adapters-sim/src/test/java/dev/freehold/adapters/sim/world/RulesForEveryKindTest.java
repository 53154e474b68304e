package dev.freehold.adapters.sim.world;

import static dev.freehold.ports.driver.Calls.TOKEN;
import static dev.freehold.ports.driver.Calls.context;
import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.sim.Sim;
import dev.freehold.adapters.sim.ThreeHosts;
import dev.freehold.adapters.sim.Worlds;
import dev.freehold.domain.resource.Bond;
import dev.freehold.domain.resource.ImageResource.ImageBuild;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.ports.driver.Busy;
import dev.freehold.ports.driver.Refused;
import dev.freehold.ports.driver.Unforeseen;
import dev.freehold.ports.image.ImageBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for each resource of a platform, read off its references.
class RulesForEveryKindTest {

    /// @param missing what `wanted` refers to
    record Orphan(Resource wanted, ResourceId missing) {
        @Override
        public String toString() {
            return wanted.id() + " without " + missing;
        }
    }

    static List<Orphan> orphans() {
        var orphans = new ArrayList<Orphan>();
        for (var resource : ThreeHosts.resources()) {
            for (var base : resource.dependsOn()) {
                if (!Rules.isGate(base)) {
                    orphans.add(new Orphan(resource, base));
                }
            }
        }
        return orphans;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("orphans")
    void nothing_is_made_without_what_it_refers_to(Orphan orphan) throws InterruptedException {
        // given
        var world = Worlds.before(orphan.wanted().id());
        var sim = Worlds.at(world);
        world.remove(orphan.missing(), sim.timeline().now());
        // when
        boolean turnedAway = isTurnedAway(sim, orphan.wanted());
        // then
        assertThat(turnedAway).isTrue();
        assertThat(world.stands(orphan.wanted().id())).isFalse();
    }

    private static boolean isTurnedAway(Sim sim, Resource wanted) throws InterruptedException {
        var context = context(sim.timeline());
        try {
            return wanted instanceof ImageBuild image
                    ? sim.images().build(image, TOKEN, context) instanceof ImageBuilder.Answer.Failed
                    : sim.drivers().of(wanted).create(wanted, TOKEN, context) instanceof Refused;
        } catch (Busy later) {
            return true; // a system that does not answer without it
        }
    }

    static Stream<Resource> bearing() {
        var borne = ThreeHosts.resources().stream()
                .flatMap(resource -> resource.references().stream())
                .filter(reference -> reference.bond() == Bond.STANDS_ON)
                .map(reference -> reference.to())
                .toList();
        return ThreeHosts.resources().stream().filter(resource -> borne.contains(resource.id()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bearing")
    void nothing_goes_while_something_stands_on_it(Resource bearing) throws InterruptedException {
        // given
        var world = Worlds.complete();
        var sim = Worlds.at(world);
        var before = world.snapshot();
        // when
        boolean refused;
        try {
            var context = context(sim.timeline());
            if (bearing instanceof ImageBuild image) {
                sim.images().remove(image, context);
                refused = false;
            } else {
                refused = sim.drivers().of(bearing).delete(bearing, context) instanceof Refused;
            }
        } catch (Unforeseen inUse) {
            refused = true;
        }
        // then
        assertThat(refused).isTrue();
        assertThat(world.snapshot()).isEqualTo(before);
    }
}
