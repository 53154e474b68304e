package dev.freehold.domain.plan;

import dev.freehold.domain.blueprint.Graph;
import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.journal.Standing.InDoubt;
import dev.freehold.domain.journal.Standing.Stands;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.ResourceId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The making of one [Plan]; linear in nodes and references.
final class Planning {
    private Planning() {}

    static Plan plan(
            Map<ResourceId, Standing> standing, Graph wanted, Set<Layer> scope, Map<ResourceId, Observation> observed) {
        Predicate<Node> inScope = node -> scope.contains(node.layer());
        return plan(standing, wanted, inScope, inScope, observed);
    }

    /// @param asked the nodes to be made as they are wanted
    /// @param mayGo what goes if it is no longer wanted
    static Plan plan(
            Map<ResourceId, Standing> standing,
            Graph wanted,
            Predicate<Node> asked,
            Predicate<Node> mayGo,
            Map<ResourceId, Observation> observed) {
        var standings = Standings.of(standing);
        var neededBy = new @Nullable ResourceId[wanted.size()];
        var comparing = new Comparing(standings, wanted, observed);
        var inQuestion = inQuestion(standings, wanted, asked, neededBy);
        for (int number = 0; number < wanted.size(); number++) {
            if (inQuestion[number]) {
                comparing.decide(number, neededBy[number]);
            }
        }
        var old = standings.graph();
        var going = new Removal[old.size()];
        for (int number = 0; number < old.size(); number++) {
            going[number] = going(old, number, wanted, comparing, mayGo);
        }
        var handovers = Handovers.of(standings, going, wanted, comparing);
        var changes = new ArrayList<Change>();
        for (int number = old.size() - 1; number >= 0; number--) {
            if (going[number] == Removal.FOR_GOOD) {
                changes.add(deletion(standings, number, new Reason.NoLongerWanted()));
            }
        }
        for (int number = 0; number < wanted.size(); number++) {
            var change = comparing.decided(number);
            if (change != null) {
                changes.add(change);
            }
        }
        var obstacles = standings.obstacles(
                number -> going[number] != Removal.NO,
                number -> going[number] == Removal.NO && isUndecided(old.id(number), wanted, comparing));
        var steps = Stepping.steps(standings, going, wanted, comparing, handovers);
        return new Plan(changes, steps, obstacles, handovers.obstacles());
    }

    /// The nodes that were asked for, and those that they need, some way or other, and that are not there for
    /// certain. What is there and was not asked for is left as it is, whatever the spec says by now.
    private static boolean[] inQuestion(
            Standings standings, Graph wanted, Predicate<Node> asked, @Nullable ResourceId[] neededBy) {
        var inQuestion = new boolean[wanted.size()];
        for (int number = wanted.size() - 1; number >= 0; number--) {
            inQuestion[number] |= asked.test(wanted.node(number));
            if (!inQuestion[number]) {
                continue;
            }
            for (int to : wanted.dependsOn(number)) {
                if (!asked.test(wanted.node(to)) && !(standings.byId().get(wanted.id(to)) instanceof Stands)) {
                    inQuestion[to] = true;
                    neededBy[to] = wanted.id(number);
                }
            }
        }
        return inQuestion;
    }

    private static Removal going(Graph old, int number, Graph wanted, Comparing comparing, Predicate<Node> mayGo) {
        int now = wanted.number(old.id(number));
        if (now < 0) {
            return mayGo.test(old.node(number)) ? Removal.FOR_GOOD : Removal.NO;
        }
        var change = comparing.decided(now);
        if (change == null) {
            return Removal.NO;
        }
        return switch (change.action()) {
            case REPLACE -> Removal.TO_BE_MADE_ANEW;
            case CREATE, ADOPT -> Removal.ALREADY;
            case UPDATE, DELETE, KEEP -> Removal.NO;
        };
    }

    private static boolean isUndecided(ResourceId id, Graph wanted, Comparing comparing) {
        int number = wanted.number(id);
        return number < 0 || comparing.decided(number) == null;
    }

    static Plan destruction(Map<ResourceId, Standing> standing, Set<Layer> layers, Dependents dependents) {
        var standings = Standings.of(standing);
        var old = standings.graph();
        var all = switch (dependents) {
            case GO_TOO -> cascaded(standings, layers);
            case FORBID_IT -> layers;
        };
        var going = new Removal[old.size()];
        var changes = new ArrayList<Change>();
        for (int number = old.size() - 1; number >= 0; number--) {
            boolean asked = all.contains(old.node(number).layer());
            going[number] = asked ? Removal.FOR_GOOD : Removal.NO;
            if (asked) {
                changes.add(deletion(standings, number, new Reason.AskedToDestroy()));
            }
        }
        var obstacles =
                standings.obstacles(number -> going[number] != Removal.NO, number -> going[number] == Removal.NO);
        var nothing = Graph.of(List.of());
        var comparing = new Comparing(standings, nothing, Map.of());
        var handovers = Handovers.of(standings, going, nothing, comparing);
        var steps = Stepping.steps(standings, going, nothing, comparing, handovers);
        return new Plan(changes, steps, obstacles, List.of());
    }

    /// The layers, and every other of which something stands on them, whole.
    private static Set<Layer> cascaded(Standings standings, Set<Layer> layers) {
        var all = EnumSet.noneOf(Layer.class);
        all.addAll(layers);
        var old = standings.graph();
        for (var layer : Layer.ALL) {
            var lost = new boolean[old.size()];
            for (int number = 0; number < old.size(); number++) {
                lost[number] = all.contains(old.node(number).layer());
            }
            for (int number = 0; number < old.size(); number++) {
                if (old.node(number).layer() == layer && standings.standsOn(number, lost) >= 0) {
                    all.add(layer);
                }
            }
        }
        return all;
    }

    private static Change deletion(Standings standings, int number, Reason why) {
        var standing = standings.of(number);
        var reasons = new ArrayList<Reason>();
        if (standing instanceof InDoubt doubt) {
            reasons.add(new Reason.LeftInDoubt(doubt.run(), doubt.operation()));
        }
        reasons.add(why);
        var node = standing.node();
        return new Change(standings.graph().id(number), node, node, Action.DELETE, List.of(), reasons);
    }
}
