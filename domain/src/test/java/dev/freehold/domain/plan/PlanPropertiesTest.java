package dev.freehold.domain.plan;

import static dev.freehold.domain.plan.Played.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.blueprint.Blueprint;
import dev.freehold.domain.blueprint.ImageSupply;
import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.spec.AnySpec;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for the plans of any spec, in whatever order their steps are carried out.
class PlanPropertiesTest {

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    private static Blueprint any(long seed) {
        return Blueprint.draw(AnySpec.of(seed), ImageSupply.prebuiltIf(seed % 3 == 0));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void carried_out_on_nothing_it_makes_the_blueprint_and_then_nothing_is_left_to_do(long seed) {
        // given
        var wanted = any(seed);
        var played = new Played();
        // when
        var plan = Plan.of(played.standing(), wanted, ALL);
        played.finish(plan, new Random(seed));
        // then
        assertThat(plan.steps()).hasSize(wanted.size());
        assertStandsAs(played, wanted);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void leads_from_any_platform_to_any_other(long seed) {
        // given
        var random = new Random(seed);
        var played = Played.all(any(random.nextInt(1000)));
        var wanted = any(random.nextInt(1000));
        // when
        var plan = Plan.of(played.standing(), wanted, ALL);
        played.finish(plan, random);
        // then
        assertThat(plan.blockedBy()).isEmpty();
        assertStandsAs(played, wanted);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void goes_on_from_wherever_it_was_stopped(long seed) {
        // given
        var random = new Random(seed);
        var played = seed % 2 == 0 ? new Played() : Played.all(any(random.nextInt(1000)));
        var wanted = any(random.nextInt(1000));
        // when
        for (int stop = 0; stop < 4; stop++) {
            var plan = Plan.of(played.standing(), wanted, ALL);
            if (plan.isEmpty()) {
                break;
            }
            played.play(plan, random, random.nextInt(plan.steps().size()));
            Plan.of(played.standing(), wanted, ALL).steps().stream()
                    .filter(step -> step.after().isEmpty())
                    .skip(random.nextInt(3))
                    .findFirst()
                    .ifPresent(played::intend); // and was stopped before the outcome was known
        }
        played.finish(Plan.of(played.standing(), wanted, ALL), random);
        // then
        assertStandsAs(played, wanted);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void goes_elsewhere_from_wherever_it_was_stopped(long seed) {
        // given
        var random = new Random(seed);
        var played = new Played();
        var first = Plan.of(played.standing(), any(random.nextInt(1000)), ALL);
        played.play(first, random, random.nextInt(first.steps().size()));
        var wanted = any(random.nextInt(1000));
        // when
        played.finish(Plan.of(played.standing(), wanted, ALL), random);
        // then
        assertStandsAs(played, wanted);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void makes_again_what_was_lost_and_all_that_stood_on_it(long seed) {
        // given
        var random = new Random(seed);
        var wanted = any(seed);
        var played = Played.all(wanted);
        var lost = wanted.nodes().get(random.nextInt(wanted.size())).id();
        played.lose(lost);
        // when
        played.finish(Plan.of(played.standing(), wanted, ALL), random);
        // then
        assertStandsAs(played, wanted);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void of_one_phase_after_the_other_comes_to_the_same(long seed) {
        // given
        var random = new Random(seed);
        var wanted = any(seed);
        var played = new Played();
        // when
        for (var phase : Layer.ALL.reversed()) {
            if (random.nextBoolean()) {
                var scope = EnumSet.of(phase);
                played.finish(Plan.of(played.standing(), wanted.within(scope), scope), random);
                assertThat(Plan.of(played.standing(), wanted, scope).isEmpty()).isTrue();
            }
        }
        for (var phase : Layer.ALL) {
            played.finish(Plan.of(played.standing(), wanted, EnumSet.of(phase)), random);
        }
        // then
        assertStandsAs(played, wanted);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void of_destroying_covers_all_in_reverse_and_leaves_nothing(long seed) {
        // given
        var random = new Random(seed);
        var wanted = any(seed);
        var played = Played.all(wanted);
        // when
        var plan = Plan.destroying(played.standing(), ALL, Dependents.FORBID_IT);
        played.finish(plan, random);
        // then
        assertThat(plan.blockedBy()).isEmpty();
        assertThat(ids(plan))
                .containsExactlyInAnyOrderElementsOf(
                        wanted.nodes().stream().map(Node::id).toList());
        assertThat(plan.changes())
                .allSatisfy(change -> assertThat(change.action()).isEqualTo(Action.DELETE));
        assertThat(played.standing()).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void of_destroying_one_layer_is_blocked_or_takes_the_layers_above(long seed) {
        // given
        var random = new Random(seed);
        var wanted = any(seed);
        var played = Played.all(wanted);
        var layer = Layer.ALL.get(random.nextInt(Layer.ALL.size()));
        // when
        var alone = Plan.destroying(played.standing(), EnumSet.of(layer), Dependents.FORBID_IT);
        var cascading = Plan.destroying(played.standing(), EnumSet.of(layer), Dependents.GO_TOO);
        // then
        assertThat(cascading.blockedBy()).isEmpty();
        assertThat(alone.blockedBy().isEmpty())
                .isEqualTo(cascading.steps().size() == alone.steps().size());
        played.finish(cascading, random); // refuses to leave anything standing on nothing
    }

    private static void assertStandsAs(Played played, Blueprint wanted) {
        assertThat(Plan.of(played.standing(), wanted, ALL).changes())
                .allSatisfy(change -> assertThat(change.reasons()).containsExactly(new Reason.AsWanted()));
        assertThat(played.standing().values().stream().map(Standing::node))
                .containsExactlyInAnyOrderElementsOf(wanted.nodes());
    }

    private static List<ResourceId> ids(Plan plan) {
        var ids = new ArrayList<ResourceId>();
        plan.changes().forEach(change -> ids.add(change.id()));
        return ids;
    }
}
