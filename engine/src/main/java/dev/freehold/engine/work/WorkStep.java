package dev.freehold.engine.work;

import dev.freehold.domain.allowance.Usage;
import dev.freehold.domain.journal.Operation;
import dev.freehold.domain.journal.Standing.InDoubt;
import dev.freehold.domain.plan.Step;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.SystemName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One step of a plan, with all that can be known of it before the work begins.
///
/// @param planned what the plan says of it
/// @param place where it is worked on
/// @param whom a number that stands for its node in questions of chance
/// @param expectedMillis how long it should take
/// @param use what its node uses
/// @param doubt what an earlier run left in doubt, if this step is the first to touch it
/// @param turn when it is due among the others
public record WorkStep(
        Step planned,
        Place place,
        long whom,
        long expectedMillis,
        NodeUse use,
        @Nullable InDoubt doubt,
        Turn turn) {

    /// Asked for at each of a rehearsal's millions of steps, and so not of a hundred kinds of nodes each time.
    public record Place(Layer layer, SystemName system) {
        static Place of(Node node) {
            return new Place(node.layer(), node.system());
        }
    }

    /// @param before what its node uses before it
    /// @param after what its node uses after it
    /// @param claimsBefore what it has before it of what others have or want too, by number
    /// @param claimsAfter what it has after it
    public record NodeUse(Usage before, Usage after, List<Integer> claimsBefore, List<Integer> claimsAfter) {
        public NodeUse {
            claimsBefore = List.copyOf(claimsBefore);
            claimsAfter = List.copyOf(claimsAfter);
        }
    }

    /// @param rank of two that could be begun, the one with the lower rank goes first
    /// @param dependents the numbers of the steps that wait for it
    public record Turn(int rank, List<Integer> dependents) {
        public Turn {
            dependents = List.copyOf(dependents);
        }
    }

    public int number() {
        return planned.number();
    }

    public ResourceId id() {
        return planned.id();
    }

    public Operation operation() {
        return planned.operation();
    }

    /// What is wanted; for a delete, what is to go.
    public Node node() {
        return planned.node();
    }

    /// What an update starts from, by the plan; absent for everything else.
    public @Nullable Node before() {
        return planned.before();
    }

    /// The numbers of the steps that it waits for.
    public List<Integer> after() {
        return planned.after();
    }

    public Layer layer() {
        return place.layer();
    }

    public SystemName system() {
        return place.system();
    }

    int rank() {
        return turn.rank();
    }
}
