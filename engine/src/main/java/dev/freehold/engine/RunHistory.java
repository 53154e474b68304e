package dev.freehold.engine;

import dev.freehold.domain.journal.JournalEntry;
import dev.freehold.domain.journal.RunId;
import dev.freehold.domain.journal.RunResult;
import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.resource.Phase;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.ports.Journals;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What earlier runs did, read from the journals.
public final class RunHistory {
    private final Journals journals;

    public RunHistory(Journals journals) {
        this.journals = journals;
    }

    /// @param finishedAt empty if the run never said so: it goes on still, or its process died
    public record Run(
            RunId id,
            String command,
            Instant startedAt,
            Optional<Instant> finishedAt,
            Optional<RunResult> result,
            List<Phase> layers,
            int changes) {}

    /// What is known of one node.
    ///
    /// @param standing what its layer's state says; empty if nothing stands under the id
    /// @param entries everything that was recorded of it, oldest first
    /// @param dependsOn what it refers to
    /// @param dependents what stands and refers to it
    public record Explanation(
            ResourceId id,
            Optional<Standing> standing,
            List<JournalEntry> entries,
            List<ResourceId> dependsOn,
            List<ResourceId> dependents) {}

    /// Oldest first.
    public List<Run> runs() {
        return Soon.comes(journals.toString());
    }

    /// Everything that the run of that id recorded, in the order of time; empty if there was none.
    public List<JournalEntry> events(RunId run) {
        return Soon.comes(run.toString());
    }

    /// What is known of the node of that id; empty if no journal ever spoke of it.
    public Optional<Explanation> explain(ResourceId id) {
        return Soon.comes(id.toString());
    }
}
