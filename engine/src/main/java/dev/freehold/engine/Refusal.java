package dev.freehold.engine;

import dev.freehold.domain.resource.Phase;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.ports.LayerStore;
import java.util.List;

/// Why a run was not begun, or not gone on with.
public sealed interface Refusal {

    /// Another process writes to this target.
    record HeldBy(LayerStore.Holder holder) implements Refusal {}

    /// The approval that was asked for was denied, or nobody was there to give it.
    record NotApproved(Phase layer, boolean nobodyThere) implements Refusal {}

    /// Later layers stand on what was to go.
    ///
    /// @param standing what would be left standing on nothing, by id
    record StoodOn(List<ResourceId> standing) implements Refusal {
        public StoodOn {
            standing = List.copyOf(standing);
        }
    }

    /// There is no rollback point of that number; `kept` are.
    record NoSuchPoint(Phase layer, int number, List<Integer> kept) implements Refusal {
        public NoSuchPoint {
            kept = List.copyOf(kept);
        }
    }
}
