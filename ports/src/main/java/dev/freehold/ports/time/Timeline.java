package dev.freehold.ports.time;

import java.time.Duration;
import java.time.Instant;

/// Time, and the workers that live in it. Real time, or virtual time that advances when every worker sleeps;
/// nobody else reads a clock, sleeps or starts a thread that sleeps.
public interface Timeline {

    Instant now();

    /// Blocks the calling worker; returns at once for a duration of zero or less.
    ///
    /// @throws InterruptedException if the worker was interrupted before or while it slept
    void sleep(Duration duration) throws InterruptedException;

    /// Starts `work` on a virtual thread of its own. In virtual time one worker runs at once, in an order
    /// that the timeline's seed decides.
    Worker start(String name, Runnable work);

    /// Blocks the caller, who is no worker, until every worker has ended. What a worker threw is thrown here,
    /// once; an [Error] in virtual time at once, and the other workers never run again.
    ///
    /// @throws InterruptedException if the caller was interrupted; the workers go on
    void join() throws InterruptedException;

    /// One that was started.
    interface Worker {
        /// Interrupts its sleep, now or when it next sleeps.
        void interrupt();
    }
}
