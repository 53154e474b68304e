package dev.freehold.engine.deploy;

import dev.freehold.domain.allowance.Violation;
import dev.freehold.domain.plan.HeldClaim;
import dev.freehold.domain.plan.LeftStanding;
import dev.freehold.domain.resource.Layer;
import dev.freehold.ports.state.LayerStore;
import java.util.List;

/// Why a run was not begun, or not gone on with.
public sealed interface Refusal {

    /// What is wanted is above the allowance and not accepted to cost money, or objected to where it is to
    /// stand.
    ///
    /// @param violations all of them, those of fit among them
    record AboveAllowance(List<Violation> violations) implements Refusal {
        public AboveAllowance {
            violations = List.copyOf(violations);
        }
    }

    /// What is wanted can't live on its hosts.
    record Unfit(List<Violation> violations) implements Refusal {
        public Unfit {
            violations = List.copyOf(violations);
        }
    }

    /// What is protected would be deleted or replaced, and nothing else speaks against it.
    record Protected(List<Violation> violations) implements Refusal {
        public Protected {
            violations = List.copyOf(violations);
        }
    }

    /// Something stands on what would have to go, and was not asked for.
    record StoodOn(List<LeftStanding> obstacles) implements Refusal {
        public StoodOn {
            obstacles = List.copyOf(obstacles);
        }
    }

    /// Something that is to have what only one can have, and its holder keeps it.
    record ClaimsHeld(List<HeldClaim> held) implements Refusal {
        public ClaimsHeld {
            held = List.copyOf(held);
        }
    }

    /// Another process writes to this target.
    record HeldBy(LayerStore.Holder holder) implements Refusal {}

    /// The approval that was asked for was not given.
    record NotApproved(Layer layer, Approval approval) implements Refusal {

        /// What came of asking for it.
        public enum Approval {
            DENIED,
            NOBODY_THERE
        }
    }

    /// There is no rollback point of that number, or none before what stands.
    ///
    /// @param kept the numbers of those that there are
    record NoSuchPoint(Layer layer, List<Integer> kept) implements Refusal {
        public NoSuchPoint {
            kept = List.copyOf(kept);
        }
    }
}
