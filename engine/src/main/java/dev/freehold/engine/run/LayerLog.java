package dev.freehold.engine.run;

import dev.freehold.domain.journal.JournalEntry;
import dev.freehold.domain.journal.JournalEntry.Achieved;
import dev.freehold.domain.journal.JournalEntry.RollbackPointKept;
import dev.freehold.domain.journal.JournalEntry.RunFinished;
import dev.freehold.domain.journal.JournalEntry.RunStarted;
import dev.freehold.domain.journal.LayerState;
import dev.freehold.domain.journal.RunResult;
import dev.freehold.domain.resource.Layer;
import dev.freehold.engine.run.RunTerms.Identity;
import dev.freehold.engine.run.RunTerms.Records;
import dev.freehold.ports.state.Journal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What a run writes about one layer: the run's own beginning and end there, and between them what the facts
/// say. Entries are gathered and go to the journal together, in their order.
final class LayerLog implements FactFold {
    private final Identity identity;
    private final Records records;
    private final Journal journal;
    private final LayerState before;
    private final List<JournalEntry> written = new ArrayList<>();
    private int flushed;
    private boolean changed;

    /// Steps of the layer that have not ended.
    private int left;

    private boolean allDone = true;
    private boolean stopped;

    LayerLog(Layer layer, Identity identity, Records records) {
        this.identity = identity;
        this.records = records;
        this.journal = records.journals().of(layer);
        var known = records.before().of(layer);
        this.before = known.state();
        this.changed = known.changedSincePoint();
    }

    /// To be told of each step of the layer beforehand.
    void expectStep() {
        left++;
    }

    @Override
    public void on(Fact fact) {
        for (var entry : fact.entries()) {
            add(entry);
        }
        switch (fact) {
            case Fact.Done _ -> stepEnded(fact.at());
            case Fact.GivenUp _, Fact.Skipped _ -> {
                allDone = false;
                stepEnded(fact.at());
            }
            case Fact.Stopped _ -> stopped = true;
            case Fact.Planned _,
                    Fact.CallGoesOut _,
                    Fact.DoneInPart _,
                    Fact.CallCameToNothing _,
                    Fact.CallLeftInDoubt _,
                    Fact.LookGoesOut _,
                    Fact.NothingFound _,
                    Fact.DriverSaid _,
                    Fact.WaitsToTryAgain _ -> {}
        }
    }

    private void add(JournalEntry entry) {
        if (written.isEmpty()) {
            written.add(new RunStarted(identity.id(), entry.at(), identity.command()));
        }
        changed |= entry instanceof Achieved;
        written.add(entry);
    }

    private void stepEnded(Instant now) {
        left--;
        if (left == 0) {
            var ended = stopped ? RunResult.INTERRUPTED : RunResult.FAILED;
            close(now, allDone ? RunResult.SUCCEEDED : ended);
        }
    }

    long length() {
        return before.version() + written.size();
    }

    void flush() {
        if (flushed < written.size()) {
            var waiting = List.copyOf(written.subList(flushed, written.size()));
            journal.appendAll(waiting);
            flushed = written.size();
        }
    }

    void finish(Instant now, RunResult result) {
        if (left > 0) {
            close(now, result);
        } else if (written.isEmpty()) {
            close(now, RunResult.SUCCEEDED);
        }
    }

    /// The run has nothing more to do here: keeps a point to come back to where the goal is reached by it,
    /// and publishes the state.
    private void close(Instant now, RunResult result) {
        var goal = records.goal();
        if (goal != null && changed) {
            var state = before.after(written);
            if (goal.isReached(state)) {
                add(new RollbackPointKept(
                        identity.id(), now, state.rollbackPoints().size() + 1, goal.spec()));
            }
        }
        if (written.isEmpty()) {
            return;
        }
        add(new RunFinished(identity.id(), now, result));
        flush();
        var store = records.store();
        if (store != null) {
            store.publish(before.after(written));
        }
    }
}
