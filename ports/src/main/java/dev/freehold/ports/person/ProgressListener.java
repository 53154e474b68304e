package dev.freehold.ports.person;

import dev.freehold.domain.journal.JournalEntry.Achieved.How;
import dev.freehold.domain.journal.Operation;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Hears what a run does, as it does it and once it is recorded; from one thread at a time.
/// What it throws is lost: a run goes on without its watchers.
public interface ProgressListener {

    ProgressListener NONE = _ -> {};

    void on(Progress progress);

    sealed interface Progress {
        Instant at();

        /// The work is known: these nodes, and what each waits for.
        record Planned(Instant at, List<Step> steps) implements Progress {}

        record Started(Instant at, ResourceId id, Operation operation, int attempt) implements Progress {}

        /// The driver said how far it is.
        record Remark(Instant at, ResourceId id, String words) implements Progress {}

        /// It will be tried again at `next`.
        ///
        /// @param attempts how often it has been tried
        record Waiting(Instant at, ResourceId id, String why, Instant next, int attempts) implements Progress {}

        /// @param how whether it was made, or found as it is wanted
        record Done(Instant at, ResourceId id, Operation operation, How how, Duration took) implements Progress {}

        record Failed(Instant at, ResourceId id, Operation operation, String words) implements Progress {
            /// The same, said otherwise.
            public Failed in(String others) {
                return new Failed(at, id, operation, others);
            }
        }

        /// It can't be done because something it depends on failed.
        record Skipped(Instant at, ResourceId id, ResourceId because) implements Progress {}
    }

    /// One piece of work of a run.
    ///
    /// @param expected how long it should take
    record Step(Node node, Operation operation, List<ResourceId> after, Duration expected) {}
}
