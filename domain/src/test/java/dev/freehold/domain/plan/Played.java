package dev.freehold.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.blueprint.Blueprint;
import dev.freehold.domain.journal.JournalEntry;
import dev.freehold.domain.journal.JournalEntry.Achieved;
import dev.freehold.domain.journal.JournalEntry.Intended;
import dev.freehold.domain.journal.LayerState;
import dev.freehold.domain.journal.Operation;
import dev.freehold.domain.journal.RunId;
import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.resource.Claim;
import dev.freehold.domain.resource.Kind;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.ResourceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// States that plans are played on, step by step in any order that the steps allow, through the journal's own
/// fold. After every step it is asked whether the real systems would have let it happen.
final class Played {
    static final RunId RUN = new RunId("run-1");
    static final Set<Layer> ALL = EnumSet.allOf(Layer.class);

    private final Map<Layer, LayerState> layers = new EnumMap<>(Layer.class);
    private final IdentityHashMap<Node, Set<ResourceId>> standsOn = new IdentityHashMap<>();
    private final Map<ResourceId, Standing> all = new LinkedHashMap<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    Played() {
        Layer.ALL.forEach(layer -> layers.put(layer, LayerState.empty(layer)));
    }

    /// Everything in `blueprint` stands.
    static Played all(Blueprint blueprint) {
        var played = new Played();
        played.finish(Plan.of(played.standing(), blueprint, ALL), new Random(0));
        return played;
    }

    Map<ResourceId, Standing> standing() {
        return Collections.unmodifiableMap(all);
    }

    void lose(ResourceId id) {
        var layer = layers.get(layerOf(id));
        var rest = new LinkedHashMap<>(layer.nodes());
        rest.remove(id);
        layers.put(layer.layer(), new LayerState(layer.layer(), layer.version(), rest, layer.rollbackPoints()));
        all.remove(id);
    }

    void finish(Plan plan, Random random) {
        play(plan, random, plan.steps().size());
    }

    /// Plays `count` of the plan's steps, each chosen among those that are free to start.
    void play(Plan plan, Random random, int count) {
        var waits = new HashMap<Integer, Integer>();
        var followers = new HashMap<Integer, List<Integer>>();
        var free = new ArrayList<Integer>();
        for (var step : plan.steps()) {
            assertThat(step.number()).isEqualTo(waits.size());
            waits.put(step.number(), step.after().size());
            for (int before : step.after()) {
                assertThat(before).isLessThan(step.number());
                followers.computeIfAbsent(before, _ -> new ArrayList<>()).add(step.number());
            }
            if (step.after().isEmpty()) {
                free.add(step.number());
            }
        }
        for (int done = 0; done < count; done++) {
            int number = free.remove(/* index */ random.nextInt(free.size()));
            var step = plan.steps().get(number);
            intend(step);
            achieve(step);
            for (int follower : followers.getOrDefault(number, List.of())) {
                if (waits.merge(follower, -1, Integer::sum) == 0) {
                    free.add(follower);
                }
            }
        }
    }

    void intend(Step step) {
        checkAllowed(step);
        tell(step.id(), new Intended(RUN, tick(), step.operation(), step.node(), new Token("t"), 1));
    }

    void achieve(Step step) {
        tell(step.id(), new Achieved(RUN, tick(), step.operation(), step.node(), Outputs.NONE, Achieved.How.MADE));
        checkClaims();
    }

    private static Layer layerOf(ResourceId id) {
        return id.phase().layer().orElseThrow();
    }

    private Instant tick() {
        now = now.plusSeconds(1);
        return now;
    }

    private void tell(ResourceId id, JournalEntry entry) {
        var layer = layers.get(layerOf(id)).after(List.of(entry));
        layers.put(layer.layer(), layer);
        var standing = layer.nodes().get(id);
        if (standing == null) {
            all.remove(id);
        } else {
            all.put(id, standing);
        }
    }

    private void checkAllowed(Step step) {
        var standing = standing();
        var id = step.id();
        if (step.operation() == Operation.DELETE) {
            assertThat(standing).as(() -> "to delete").containsKey(id);
            for (var other : standing.values()) {
                if (standsOn(other.node(), id)) {
                    throw new AssertionError(other.node().id() + " stands on " + id + ", which is deleted");
                }
            }
            return;
        }
        if (step.operation() == Operation.UPDATE) {
            assertThat(standing).as(() -> "to update").containsKey(id);
        }
        if (step.operation() == Operation.CREATE && standing.get(id) instanceof Standing.Stands stands) {
            throw new AssertionError(id + " is created, but stands: " + stands);
        }
        for (var dependency : step.node().dependsOn()) {
            assertThat(standing.get(dependency))
                    .as(() -> dependency + ", which " + id + " needs")
                    .isInstanceOf(Standing.Stands.class);
        }
    }

    private boolean standsOn(Node node, ResourceId id) {
        var all = standsOn.computeIfAbsent(
                node, _ -> Set.copyOf(Kind.of(node.getClass()).standsOn(node)));
        return all.contains(id);
    }

    /// What only one can have is had by one at every instant, whatever kind claims it.
    private void checkClaims() {
        var holders = new HashMap<Claim, ResourceId>();
        for (var what : all.values()) {
            for (var claim : what.node().claims()) {
                var other = holders.put(claim, what.node().id());
                assertThat(other)
                        .as(() -> claim.words() + " is had by " + what.node().id() + " too")
                        .isNull();
            }
        }
    }
}
