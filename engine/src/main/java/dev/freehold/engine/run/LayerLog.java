package dev.freehold.engine.run;

import dev.freehold.domain.journal.JournalEntry;
import dev.freehold.domain.journal.JournalEntry.Achieved;
import dev.freehold.domain.journal.JournalEntry.RollbackPointKept;
import dev.freehold.domain.journal.JournalEntry.RunFinished;
import dev.freehold.domain.journal.JournalEntry.RunStarted;
import dev.freehold.domain.journal.LayerState;
import dev.freehold.domain.journal.RunId;
import dev.freehold.domain.journal.RunResult;
import dev.freehold.engine.state.LayerRecord;
import dev.freehold.ports.state.Journal;
import dev.freehold.ports.state.LayerStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a run writes about one layer: the run's own beginning and end there, and between them what it is
/// given. Entries are gathered and go to the journal together, in their order.
final class LayerLog {
    private final RunId run;
    private final String command;
    private final Journal journal;
    private final @Nullable LayerStore store;
    private final @Nullable Goal goal;
    private final List<JournalEntry> written = new ArrayList<>();
    private final LayerState before;
    private int flushed;
    private boolean changed;

    LayerLog(
            RunId run,
            String command,
            Journal journal,
            @Nullable LayerStore store,
            LayerRecord before,
            @Nullable Goal goal) {
        this.run = run;
        this.command = command;
        this.journal = journal;
        this.store = store;
        this.before = before.state();
        this.goal = goal;
        this.changed = before.changedSincePoint();
    }

    /// How many entries the journal has with those that wait to be written.
    long length() {
        return before.version() + written.size();
    }

    boolean isBegun() {
        return !written.isEmpty();
    }

    void add(JournalEntry entry) {
        if (written.isEmpty()) {
            written.add(new RunStarted(run, entry.at(), command));
        }
        changed |= entry instanceof Achieved;
        written.add(entry);
    }

    /// Has what was added on disk when it returns.
    void flush() {
        if (flushed < written.size()) {
            var waiting = List.copyOf(written.subList(flushed, written.size()));
            journal.appendAll(waiting);
            flushed = written.size();
        }
    }

    /// The run has nothing more to do here: keeps a point to come back to where the goal is reached by it,
    /// and publishes the state.
    void finish(Instant now, RunResult result) {
        if (goal != null && changed) {
            var state = before.after(written);
            if (goal.isReached(state)) {
                add(new RollbackPointKept(run, now, state.rollbackPoints().size() + 1, goal.spec()));
            }
        }
        if (written.isEmpty()) {
            return;
        }
        add(new RunFinished(run, now, result));
        flush();
        if (store != null) {
            store.publish(before.after(written));
        }
    }
}
