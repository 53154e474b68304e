package dev.freehold.engine.inspect;

import dev.freehold.domain.journal.JournalEntry;
import dev.freehold.domain.journal.JournalEntry.Achieved;
import dev.freehold.domain.journal.JournalEntry.Intended;
import dev.freehold.domain.journal.JournalEntry.LeftInDoubt;
import dev.freehold.domain.journal.JournalEntry.NotDone;
import dev.freehold.domain.journal.JournalEntry.RollbackPointKept;
import dev.freehold.domain.journal.JournalEntry.RunFinished;
import dev.freehold.domain.journal.JournalEntry.RunStarted;
import dev.freehold.domain.journal.RunId;
import dev.freehold.domain.journal.RunResult;
import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.plan.Protection;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.engine.state.LayerStates;
import dev.freehold.ports.state.Journals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What earlier runs did, read from the journals.
public final class RunHistory {
    private final Journals journals;

    public RunHistory(Journals journals) {
        this.journals = journals;
    }

    /// @param finishedAt empty if the run never said so: it goes on still, or its process died
    /// @param layers those that it worked in
    /// @param changes how many things it made, changed or removed
    public record PastRun(
            RunId id,
            String command,
            Instant startedAt,
            Optional<Instant> finishedAt,
            Optional<RunResult> result,
            List<Layer> layers,
            int changes) {
        public PastRun {
            layers = List.copyOf(layers);
        }
    }

    /// What is known of one node.
    ///
    /// @param standing what its layer's state says; empty if nothing stands under the id
    /// @param entries everything that was recorded of it, oldest first
    /// @param dependsOn what it refers to
    /// @param dependents what stands and refers to it
    /// @param holds the data for which no plan takes it away unseen; empty if it holds none
    public record Explanation(
            ResourceId id,
            Optional<Standing> standing,
            List<JournalEntry> entries,
            List<ResourceId> dependsOn,
            List<ResourceId> dependents,
            Optional<String> holds) {
        public Explanation {
            entries = List.copyOf(entries);
            dependsOn = List.copyOf(dependsOn);
            dependents = List.copyOf(dependents);
        }
    }

    /// Oldest first.
    public List<PastRun> runs() {
        var traces = new TreeMap<RunId, Trace>();
        for (var layer : Layer.ALL) {
            for (var entry : journals.of(layer).entries()) {
                traces.computeIfAbsent(entry.run(), Trace::new).add(layer, entry);
            }
        }
        return traces.values().stream().map(Trace::run).toList();
    }

    /// Everything that the run of that id recorded, in the order of time; empty if there was none.
    public List<JournalEntry> events(RunId run) {
        var events = new ArrayList<JournalEntry>();
        for (var layer : Layer.ALL) {
            for (var entry : journals.of(layer).entries()) {
                if (entry.run().equals(run)) {
                    events.add(entry);
                }
            }
        }
        events.sort(Comparator.comparing(JournalEntry::at));
        return List.copyOf(events);
    }

    /// What is known of the node of that id; empty if no journal ever spoke of it.
    public Optional<Explanation> explain(ResourceId id) {
        var entries = new ArrayList<JournalEntry>();
        id.phase().layer().ifPresent(layer -> {
            for (var entry : journals.of(layer).entries()) {
                if (isAbout(entry, id)) {
                    entries.add(entry);
                }
            }
        });
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        var known = LayerStates.read(journals).standing();
        var standing = Optional.ofNullable(known.get(id));
        return Optional.of(new Explanation(
                id,
                standing,
                entries,
                standing.map(one -> one.node().dependsOn()).orElse(List.of()),
                dependents(id, known),
                Protection.heldBy(id, known)));
    }

    private static List<ResourceId> dependents(ResourceId id, Map<ResourceId, Standing> known) {
        return known.values().stream()
                .filter(other -> other.node().dependsOn().contains(id))
                .map(other -> other.node().id())
                .toList();
    }

    private static boolean isAbout(JournalEntry entry, ResourceId id) {
        return switch (entry) {
            case Intended intended -> intended.node().id().equals(id);
            case Achieved achieved -> achieved.node().id().equals(id);
            case NotDone undone -> undone.id().equals(id);
            case LeftInDoubt doubt -> doubt.id().equals(id);
            case RunStarted _, RollbackPointKept _, RunFinished _ -> false;
        };
    }

    /// What one run left in the journals of the layers.
    private static final class Trace {
        private final RunId id;
        private final List<Layer> started = new ArrayList<>();
        private final List<RunFinished> finished = new ArrayList<>();
        private String command = "";
        private Instant startedAt = Instant.MAX;
        private int changes;

        Trace(RunId id) {
            this.id = id;
        }

        void add(Layer layer, JournalEntry entry) {
            switch (entry) {
                case RunStarted start -> {
                    started.add(layer);
                    command = start.command();
                    startedAt = start.at().isBefore(startedAt) ? start.at() : startedAt;
                }
                case RunFinished end -> finished.add(end);
                case Achieved _ -> changes++;
                case Intended _, NotDone _, LeftInDoubt _, RollbackPointKept _ -> {}
            }
        }

        PastRun run() {
            boolean over = finished.size() == started.size();
            return new PastRun(
                    id,
                    command,
                    startedAt,
                    over ? finished.stream().map(RunFinished::at).max(Comparator.naturalOrder()) : Optional.empty(),
                    over ? worst() : Optional.empty(),
                    started,
                    changes);
        }

        private Optional<RunResult> worst() {
            return finished.stream().map(RunFinished::result).max(Comparator.comparingInt(Trace::severity));
        }

        private static int severity(RunResult result) {
            return switch (result) {
                case SUCCEEDED -> 0;
                case REFUSED -> 1;
                case FAILED -> 2;
                case INTERRUPTED -> 3;
            };
        }
    }
}
