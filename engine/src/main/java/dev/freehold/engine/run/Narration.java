package dev.freehold.engine.run;

import dev.freehold.domain.journal.Failure;
import dev.freehold.domain.journal.JournalEntry.Achieved.How;
import dev.freehold.domain.journal.Operation;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.engine.work.Instruction;
import dev.freehold.engine.work.Work;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.person.ProgressListener;
import dev.freehold.ports.person.ProgressListener.Progress;
import dev.freehold.ports.person.ProgressListener.Step;
import dev.freehold.ports.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What the listener is told of a run: nothing before it is recorded, and nothing while the run is held up
/// by it. A run that nobody listens to makes no words.
final class Narration {
    private final ProgressListener listener;
    private final Work work;
    private final boolean heard;

    /// Is not on disk yet; guarded by the run's lock.
    private final List<Progress> unrecorded = new ArrayList<>();

    private final Queue<Progress> due = new ConcurrentLinkedQueue<>();

    /// Held by the one who talks.
    private final Object voice = new Object();

    Narration(ProgressListener listener, Work work) {
        this.listener = listener;
        this.work = work;
        this.heard = !listener.equals(ProgressListener.NONE);
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

    void planned(Instant now) {
        if (!heard) {
            return;
        }
        var steps = new ArrayList<Step>();
        for (var step : work.steps()) {
            var after = new LinkedHashSet<ResourceId>();
            step.after().forEach(earlier -> after.add(work.id(earlier)));
            after.remove(step.id());
            steps.add(new Step(
                    step.node(),
                    step.operation(),
                    List.copyOf(after),
                    Duration.ofMillis(step.expectedMillis())));
        }
        due.add(new Progress.Planned(now, steps));
        tell();
    }

    void started(int step, Operation operation, int attempt, Instant now) {
        if (heard) {
            unrecorded.add(new Progress.Started(now, work.id(step), operation, attempt));
        }
    }

    void waiting(Instruction.Sleep sleep, Instant now) {
        if (heard) {
            unrecorded.add(
                    new Progress.Waiting(now, work.id(sleep.step()), sleep.why(), sleep.until(), sleep.attempts()));
        }
    }

    void done(int step, How how, Instant now, StepOutcomes outcomes) {
        if (heard) {
            var start = outcomes.startedAt(step);
            var took = start == null ? Duration.ZERO : Duration.between(start, now);
            unrecorded.add(new Progress.Done(now, work.id(step), work.step(step).operation(), how, took));
        }
    }

    void failed(int step, Instant now, Operation operation, Failure failure) {
        if (heard) {
            unrecorded.add(new Progress.Failed(now, work.id(step), operation, failure.words()));
        }
    }

    void skipped(int step, int because, Instant now) {
        if (heard) {
            unrecorded.add(new Progress.Skipped(now, work.id(step), work.id(because)));
        }
    }

    /// What a driver says goes to the listener between what the run says.
    Context.Progress progressOf(int step, Timeline timeline) {
        if (!heard) {
            return Context.Progress.SILENT;
        }
        var id = work.id(step);
        return words -> {
            due.add(new Progress.Remark(timeline.now(), id, words));
            tell();
        };
    }
}
