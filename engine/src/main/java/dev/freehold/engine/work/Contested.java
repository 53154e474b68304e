package dev.freehold.engine.work;

import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.plan.Step;
import dev.freehold.domain.resource.Claim;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The claims that more than one node of some work has or is to have, by number. All others can't clash, and in
/// nearly all work there is none. It is never changed, so that any number of runs can share it.
final class Contested {
    private final Map<Claim, Integer> numbers = new HashMap<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<Set<ResourceId>> holders = new ArrayList<>();

    Contested(List<Step> steps, Map<ResourceId, Standing> standing) {
        var first = new HashMap<Claim, ResourceId>();
        standing.forEach((id, known) -> known.claims().forEach(claim -> count(claim, id, first)));
        steps.forEach(step -> step.node().claims().forEach(claim -> count(claim, step.id(), first)));
        if (!claims.isEmpty()) {
            standing.forEach((id, known) ->
                    of(known.claims()).forEach(number -> holders.get(number).add(id)));
        }
    }

    private void count(Claim claim, ResourceId id, Map<Claim, ResourceId> first) {
        var before = first.putIfAbsent(claim, id);
        if (before != null && !before.equals(id) && numbers.putIfAbsent(claim, claims.size()) == null) {
            claims.add(claim);
            holders.add(new HashSet<>());
        }
    }

    /// The numbers of what it has, or may have.
    List<Integer> of(Standing known) {
        return claims.isEmpty() ? List.of() : of(known.claims());
    }

    List<Integer> of(Node node) {
        return claims.isEmpty() ? List.of() : of(node.claims());
    }

    private List<Integer> of(List<Claim> held) {
        var contested = new TreeSet<Integer>();
        for (var claim : held) {
            var number = numbers.get(claim);
            if (number != null) {
                contested.add(number);
            }
        }
        return List.copyOf(contested);
    }

    Claim claim(int number) {
        return claims.get(number);
    }

    /// Who has each of them before the work begins, as copies to be changed.
    List<Set<ResourceId>> holders() {
        var copies = new ArrayList<Set<ResourceId>>(holders.size());
        holders.forEach(held -> copies.add(new HashSet<>(held)));
        return copies;
    }
}
