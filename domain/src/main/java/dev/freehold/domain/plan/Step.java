package dev.freehold.domain.plan;

import dev.freehold.domain.journal.Operation;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.ResourceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One piece of work of a plan.
///
/// @param number its place in the plan's list of steps; every step comes after those it waits for
/// @param operation a gate is awaited, or deleted (dropped from the state without a call)
/// @param node what is wanted; for a delete, what is to go
/// @param before what an update starts from; absent for everything else
/// @param after the numbers of the steps that must be done before, ascending
/// @param adopts whether a creation is to take over what others left there
public record Step(
        int number,
        ResourceId id,
        Operation operation,
        Node node,
        @Nullable Node before,
        List<Integer> after,
        boolean adopts) {
    public Step {
        after = List.copyOf(after);
    }

    /// One that takes over nothing.
    public Step(int number, ResourceId id, Operation operation, Node node, @Nullable Node before, List<Integer> after) {
        this(number, id, operation, node, before, after, false);
    }
}
