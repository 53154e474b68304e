package dev.freehold.engine.run;

import dev.freehold.domain.journal.JournalEntry.Achieved;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.engine.work.Work;
import dev.freehold.ports.person.ProgressListener;
import dev.freehold.ports.person.ProgressListener.Progress;
import dev.freehold.ports.person.ProgressListener.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What a listener is told of a run: nothing before it is recorded, and nothing while the run is held up
/// by it. A run that nobody listens to makes no words.
final class Narration implements FactFold {
    private final ProgressListener listener;
    private final Work work;
    private final Map<Integer, Instant> startedAt = new HashMap<>();

    /// Is not on disk yet.
    private final List<Progress> unrecorded = new ArrayList<>();

    private final Queue<Progress> due = new ConcurrentLinkedQueue<>();

    /// Held by the one who talks.
    private final Object voice = new Object();

    Narration(ProgressListener listener, Work work) {
        this.listener = listener;
        this.work = work;
    }

    boolean isHeard() {
        return !listener.equals(ProgressListener.NONE);
    }

    /// What it was given so far has been recorded.
    void recorded() {
        due.addAll(unrecorded);
        unrecorded.clear();
    }

    /// Tells what is due, in its order; to be called without the run's lock.
    void tell() {
        if (due.isEmpty()) {
            return;
        }
        synchronized (voice) {
            for (var next = due.poll(); next != null; next = due.poll()) {
                tell(next);
            }
        }
    }

    private void tell(Progress progress) {
        try {
            listener.on(progress);
        } catch (RuntimeException deaf) {
            // Whoever only watches can't break off what is being done; the journals have it all.
        }
    }

    @Override
    public void on(Fact fact) {
        if (!isHeard()) {
            return;
        }
        switch (fact) {
            case Fact.Planned(var at) -> due.add(new Progress.Planned(at, steps()));
            case Fact.DriverSaid(var at, int step, var words) -> due.add(new Progress.Remark(at, work.id(step), words));
            case Fact.CallGoesOut(int step, var intended) -> {
                startedAt.putIfAbsent(step, intended.at());
                unrecorded.add(
                        new Progress.Started(intended.at(), work.id(step), intended.operation(), intended.attempt()));
            }
            case Fact.LookGoesOut(var at, int step) -> startedAt.putIfAbsent(step, at);
            case Fact.WaitsToTryAgain(var at, int step, var why, var until, int attempts) ->
                unrecorded.add(new Progress.Waiting(at, work.id(step), why, until, attempts));
            case Fact.Done(int step, var achieved) -> unrecorded.add(done(step, achieved));
            case Fact.GivenUp(var at, int step, var operation, var failure) ->
                unrecorded.add(new Progress.Failed(at, work.id(step), operation, failure.words()));
            case Fact.Skipped(var at, int step, int because) ->
                unrecorded.add(new Progress.Skipped(at, work.id(step), work.id(because)));
            case Fact.Stopped _,
                    Fact.DoneInPart _,
                    Fact.CallCameToNothing _,
                    Fact.CallLeftInDoubt _,
                    Fact.NothingFound _ -> {}
        }
    }

    private List<Step> steps() {
        var steps = new ArrayList<Step>();
        for (var step : work.steps()) {
            var after = new LinkedHashSet<ResourceId>();
            step.after().forEach(earlier -> after.add(work.id(earlier)));
            after.remove(step.id());
            steps.add(new Step(
                    step.node(), step.operation(), List.copyOf(after), Duration.ofMillis(step.expectedMillis())));
        }
        return steps;
    }

    private Progress done(int step, Achieved achieved) {
        var start = startedAt.getOrDefault(step, achieved.at());
        return new Progress.Done(
                achieved.at(),
                work.id(step),
                work.step(step).operation(),
                achieved.how(),
                Duration.between(start, achieved.at()));
    }
}
