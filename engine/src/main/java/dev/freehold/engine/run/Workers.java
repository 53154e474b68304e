package dev.freehold.engine.run;

import dev.freehold.engine.call.CallOutcome;
import dev.freehold.engine.run.Decisions.Next;
import dev.freehold.ports.time.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The workers of a run, each on its own thread, and the lock under which they settle what came of their
/// assignments, one at a time. Whatever escapes one of them (a journal that can't be written, a process that is to
/// halt) ends all of them where they stand: nothing more is called or settled, and who waits for them gets it.
final class Workers {
    private final Timeline timeline;
    private final IntFunction<String> names;
    private final Duty duty;

    /// Guards everything that workers share; nobody sleeps while holding it.
    private final Object lock = new Object();

    private final List<Timeline.Worker> workers = new ArrayList<>();
    private boolean stopped;
    private volatile @Nullable Throwable fatal;

    /// What each of them does, again and again.
    interface Duty {
        /// The one thing that is done without the lock, because it takes time.
        ///
        /// @return absent where there was only time to wait
        @Nullable
        CallOutcome carryOut(Assignment assignment);

        /// Records what came of it and finds out what is to be done now; under the lock.
        Next settle(Assignment assignment, @Nullable CallOutcome outcome);

        /// Says what was settled; without the lock.
        void tell();
    }

    /// @param names what the worker of a step is called
    Workers(Timeline timeline, IntFunction<String> names, Duty duty) {
        this.timeline = timeline;
        this.names = names;
        this.duty = duty;
    }

    /// Answers under the lock.
    <T> T alone(Supplier<T> answer) {
        synchronized (lock) {
            return answer.get();
        }
    }

    /// Sets the first of them to work.
    ///
    /// @return whether it did; not if they were told to stop before
    boolean begin(Supplier<Next> first) {
        synchronized (lock) {
            if (stopped) {
                return false;
            }
            start(first.get().others());
            return true;
        }
    }

    /// Waits until none of them has anything to do any more.
    ///
    /// @param interrupt what an interrupt of whoever waits comes to
    void join(Runnable interrupt) {
        while (true) {
            try {
                timeline.join();
                break;
            } catch (InterruptedException stop) {
                interrupt.run();
            } catch (RuntimeException | Error escaped) {
                die(escaped);
                break;
            }
        }
        rethrow();
    }

    private void rethrow() {
        var thrown = fatal;
        switch (thrown) {
            case null -> {}
            case RuntimeException exception -> throw exception;
            case Error error -> throw error;
            default -> throw new IllegalStateException(thrown);
        }
    }

    /// Cuts short what is under way, once; from any thread.
    ///
    /// @param first done before, under the lock
    void interrupt(Runnable first) {
        synchronized (lock) {
            if (!stopped) {
                stopped = true;
                first.run();
                workers.forEach(Timeline.Worker::interrupt);
            }
        }
    }

    private void start(List<Assignment> assignments) {
        for (var first : assignments) {
            var worker = timeline.start(names.apply(first.step()), () -> live(first));
            workers.add(worker);
            if (stopped) {
                worker.interrupt();
            }
        }
    }

    private void live(Assignment first) {
        try {
            Assignment next = first;
            while (next != null && fatal == null) {
                next = settle(next, duty.carryOut(next));
                duty.tell();
            }
        } catch (RuntimeException | Error escaped) {
            die(escaped);
            throw escaped;
        }
    }

    private @Nullable Assignment settle(Assignment assignment, @Nullable CallOutcome outcome) {
        synchronized (lock) {
            // An interrupt has done its work once it is here, and must not hit the journal's files.
            boolean unusedInterrupt = Thread.interrupted();
            if (fatal != null) {
                return null;
            }
            var next = duty.settle(assignment, outcome);
            start(next.others());
            return next.own();
        }
    }

    private void die(Throwable escaped) {
        synchronized (lock) {
            if (fatal == null) {
                fatal = escaped;
                workers.forEach(Timeline.Worker::interrupt);
            }
        }
    }
}
