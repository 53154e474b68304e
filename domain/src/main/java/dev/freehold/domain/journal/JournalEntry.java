package dev.freehold.domain.journal;

import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.ResourceId;
import java.time.Instant;

/// One record of a layer's journal. Intents come before the call they speak of, outcomes after it.
public sealed interface JournalEntry {

    RunId run();

    Instant at();

    /// A run began to work on this layer.
    ///
    /// @param command the words that a person would type for it
    record RunStarted(RunId run, Instant at, String command) implements JournalEntry {}

    /// A call is about to go out.
    ///
    /// @param node what is wanted (for a delete: what is to go), with its settings
    /// @param attempt counts from 1 within the run
    record Intended(RunId run, Instant at, Operation operation, Node node, Token token, int attempt)
            implements JournalEntry {}

    /// What was intended is so. After a delete, nothing stands under the id any more.
    ///
    /// @param how made now, or found to be there already
    record Achieved(RunId run, Instant at, Operation operation, Node node, Outputs outputs, How how)
            implements JournalEntry {
        public enum How {
            MADE,
            ADOPTED
        }
    }

    /// What was intended did not happen, and that is certain: what stood before stands still.
    record NotDone(RunId run, Instant at, Operation operation, ResourceId id, Failure failure)
            implements JournalEntry {}

    /// Whether what was intended happened is not known; it is looked for before anything else is done to it.
    record LeftInDoubt(RunId run, Instant at, Operation operation, ResourceId id, Failure failure)
            implements JournalEntry {}

    /// The layer was deployed completely, by this spec; a point to come back to.
    ///
    /// @param number counts from 1 within the layer
    /// @param spec the text of the spec
    record RollbackPointKept(RunId run, Instant at, int number, String spec) implements JournalEntry {}

    /// The run is over for this layer.
    record RunFinished(RunId run, Instant at, RunResult result) implements JournalEntry {}
}
