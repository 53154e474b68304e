package dev.freehold.domain.plan;

import dev.freehold.domain.blueprint.Blueprint;
import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.ResourceId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// What takes the platform from what stands to what is wanted.
///
/// @param changes one for each node in question, deletes first, in the order in which they could be carried
///     out one by one
/// @param steps the work, in an order in which each comes after those it waits for
/// @param blockedBy what stands in layers outside the scope on things that would go: a plan with obstacles is
///     not to be carried out
/// @param heldClaims what can't be given to those that are to have it: such a plan is not to be carried out either
public record Plan(List<Change> changes, List<Step> steps, List<LeftStanding> blockedBy, List<HeldClaim> heldClaims) {

    public Plan {
        changes = List.copyOf(changes);
        steps = List.copyOf(steps);
        blockedBy = List.copyOf(blockedBy);
        heldClaims = List.copyOf(heldClaims);
    }

    /// From what stands to `wanted`, as far as `scope` goes.
    ///
    /// @param standing what is known of every node of every layer
    public static Plan of(Map<ResourceId, Standing> standing, Blueprint wanted, Set<Layer> scope) {
        return of(standing, wanted, scope, Map.of());
    }

    /// The same, comparing with what was observed where it was looked at.
    public static Plan of(
            Map<ResourceId, Standing> standing,
            Blueprint wanted,
            Set<Layer> scope,
            Map<ResourceId, Observation> observed) {
        return Planning.plan(standing, wanted.graph(), scope, observed);
    }

    /// From what stands to `part` of what is wanted: those nodes, with what they need and is not there. Nothing
    /// goes for good, for what is left out of a part is not unwanted.
    public static Plan ofPart(
            Map<ResourceId, Standing> standing,
            Blueprint wanted,
            Predicate<Node> part,
            Map<ResourceId, Observation> observed) {
        return Planning.plan(standing, wanted.graph(), part, _ -> false, observed);
    }

    /// Everything that stands in `layers` goes.
    ///
    /// @param dependents what becomes of the later layers that stand on it; those that forbid it are obstacles
    public static Plan destroying(Map<ResourceId, Standing> standing, Set<Layer> layers, Dependents dependents) {
        return Planning.destruction(standing, layers, dependents);
    }

    public Summary summary() {
        var counts = new EnumMap<Action, Integer>(Action.class);
        changes.forEach(change -> counts.merge(change.action(), 1, Integer::sum));
        return new Summary(
                counts.getOrDefault(Action.CREATE, 0),
                counts.getOrDefault(Action.UPDATE, 0),
                counts.getOrDefault(Action.REPLACE, 0),
                counts.getOrDefault(Action.DELETE, 0),
                counts.getOrDefault(Action.KEEP, 0),
                counts.getOrDefault(Action.ADOPT, 0));
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }
}
