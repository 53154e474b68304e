package dev.freehold.domain.plan;

import dev.freehold.domain.blueprint.Graph;
import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.resource.Bond;
import dev.freehold.domain.resource.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/// What stands in every layer, as a graph.
record Standings(Map<ResourceId, Standing> byId, Graph graph) {

    static Standings of(Map<ResourceId, Standing> byId) {
        return new Standings(
                byId, Graph.of(byId.values().stream().map(Standing::node).toList()));
    }

    Standing of(int number) {
        var standing = byId.get(graph.id(number));
        if (standing == null) {
            throw new IllegalStateException(
                    graph.id(number) + " is in the graph of a state that it is not in. This is a bug in Freehold.");
        }
        return standing;
    }

    /// What would be left standing on nothing, some way or other, if what `goes` holds of went.
    ///
    /// @param stays whether this plan leaves that node as it is
    List<LeftStanding> obstacles(IntPredicate goes, IntPredicate stays) {
        var obstacles = new ArrayList<LeftStanding>();
        var lost = new boolean[graph.size()];
        for (int number = 0; number < graph.size(); number++) {
            lost[number] = goes.test(number);
            if (!lost[number] && stays.test(number)) {
                int on = standsOn(number, lost);
                if (on >= 0) {
                    lost[number] = true;
                    obstacles.add(new LeftStanding(graph.id(number), graph.id(on)));
                }
            }
        }
        return obstacles;
    }

    /// The first of what the node stands on that is lost; -1 if nothing is.
    int standsOn(int number, boolean[] lost) {
        var to = graph.dependsOn(number);
        var bonds = graph.bonds(number);
        for (int at = 0; at < to.length; at++) {
            if (bonds[at] == Bond.STANDS_ON && lost[to[at]]) {
                return to[at];
            }
        }
        return -1;
    }
}
