package dev.freehold.adapters.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.sim.chance.Seed;
import dev.freehold.adapters.sim.world.Invariants;
import dev.freehold.adapters.sim.world.MemoryWorldLog;
import dev.freehold.adapters.sim.world.SimWorld;
import dev.freehold.domain.resource.Resource;
import org.junit.jupiter.api.Test;

/// A whole platform, made and removed one thing after the other.
class PlatformInTheWorldTest {

    @Test
    void made_in_order_it_stands_and_nothing_was_made_twice() {
        // when
        var world = Worlds.complete();
        // then
        assertThat(world.standing().stream().map(thing -> thing.resource()))
                .containsExactlyElementsOf(ThreeHosts.resources());
        assertThat(world.standing()).allMatch(thing -> world.timesMade(thing.id()) == 1);
        assertThat(Invariants.violations(world)).isEmpty();
    }

    @Test
    void made_one_by_one_it_is_sound_at_every_moment() {
        // given
        var world = Worlds.empty();
        var sim = Worlds.at(world);
        for (var node : ThreeHosts.nodes()) {
            // when
            Worlds.make(sim, node);
            // then
            assertThat(Invariants.violations(world)).as("after " + node.id()).isEmpty();
        }
    }

    @Test
    void removed_in_reverse_it_leaves_nothing() throws InterruptedException {
        // given
        var world = Worlds.complete();
        var sim = Worlds.at(world);
        // when
        for (var resource : ThreeHosts.resources().reversed()) {
            Worlds.remove(sim, resource);
            assertThat(Invariants.violations(world))
                    .as("after " + resource.id())
                    .isEmpty();
        }
        // then
        assertThat(world.isEmpty()).isTrue();
        assertThat(world.snapshot()).isEqualTo(Worlds.empty().snapshot());
    }

    @Test
    void killed_after_any_change_the_world_is_the_one_that_answered() {
        // given
        var log = new MemoryWorldLog();
        for (var node : ThreeHosts.nodes()) {
            // when
            Worlds.make(Worlds.at(Worlds.opened(log)), node);
        }
        // then
        assertThat(Worlds.opened(log).snapshot()).isEqualTo(Worlds.complete().snapshot());
        assertThat(Worlds.opened(log).snapshot().fingerprint())
                .isEqualTo(Worlds.complete().snapshot().fingerprint());
    }

    @Test
    void time_goes_on_from_the_last_change() {
        // given
        var log = new MemoryWorldLog();
        Worlds.fill(Worlds.at(Worlds.opened(log)), _ -> true);
        // when
        var later = Worlds.at(Worlds.opened(log));
        // then
        assertThat(later.timeline().now()).isEqualTo(log.entries().getLast().at());
        assertThat(later.timeline().now()).isAfter(Sim.BEGINNING);
    }

    @Test
    void another_seed_makes_another_world() {
        // given
        var one = SimWorld.open(Worlds.tenancy(), new Seed(1), Worlds.FOLDER, new MemoryWorldLog());
        var two = SimWorld.open(Worlds.tenancy(), new Seed(2), Worlds.FOLDER, new MemoryWorldLog());
        // when
        Worlds.fill(Worlds.at(one), _ -> true);
        Worlds.fill(Worlds.at(two), _ -> true);
        // then
        assertThat(one.snapshot()).isNotEqualTo(two.snapshot());
    }

    @Test
    void what_is_made_again_is_another_thing_under_the_same_name() throws InterruptedException {
        // given
        var world = Worlds.complete();
        var sim = Worlds.at(world);
        Resource token = ThreeHosts.resources().getLast();
        var first = world.find(token.id()).orElseThrow();
        // when
        Worlds.remove(sim, token);
        Worlds.make(sim, token);
        // then
        assertThat(world.timesMade(token.id())).isEqualTo(2);
        assertThat(world.find(token.id()).orElseThrow().generation()).isEqualTo(first.generation() + 1);
    }
}
