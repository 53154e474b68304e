package dev.freehold.engine.run;

import dev.freehold.domain.journal.Failure;
import dev.freehold.domain.journal.Operation;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.engine.work.Command;
import dev.freehold.engine.work.Work;
import dev.freehold.ports.Context;
import dev.freehold.ports.ProgressListener;
import dev.freehold.ports.ProgressListener.Progress;
import dev.freehold.ports.ProgressListener.Step;
import dev.freehold.ports.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// What the listener is told of a run. A run that nobody listens to makes no words.
final class Told {
    private final ProgressListener listener;
    private final Work work;
    private final boolean heard;

    Told(ProgressListener listener, Work work) {
        this.listener = listener;
        this.work = work;
        this.heard = !listener.equals(ProgressListener.NONE);
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
                    Duration.ofMillis(work.expectedMillis(step.number()))));
        }
        listener.on(new Progress.Planned(now, steps));
    }

    void started(int step, Operation operation, int attempt, Instant now) {
        if (heard) {
            listener.on(new Progress.Started(now, work.id(step), operation, attempt));
        }
    }

    void waiting(Command.Sleep sleep, Instant now) {
        if (heard) {
            listener.on(new Progress.Waiting(now, work.id(sleep.step()), sleep.why(), sleep.until()));
        }
    }

    void done(int step, Instant now, Course course) {
        if (heard) {
            var start = course.startedAt(step);
            var took = start == null ? Duration.ZERO : Duration.between(start, now);
            listener.on(new Progress.Done(now, work.id(step), work.operation(step), took));
        }
    }

    void failed(int step, Instant now, Operation operation, Failure failure) {
        if (heard) {
            listener.on(new Progress.Failed(now, work.id(step), operation, failure.words()));
        }
    }

    void skipped(int step, int because, Instant now) {
        if (heard) {
            listener.on(new Progress.Skipped(now, work.id(step), work.id(because)));
        }
    }

    /// What a driver says goes to the listener between what the run says.
    Context.Progress progressOf(int step, Timeline timeline, Object lock) {
        if (!heard) {
            return Context.Progress.SILENT;
        }
        var id = work.id(step);
        return words -> {
            synchronized (lock) {
                listener.on(new Progress.Going(timeline.now(), id, words));
            }
        };
    }
}
