package dev.freehold.adapters.local;

import dev.freehold.ports.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The computer's own clock, and workers that are virtual threads.
public final class SystemTimeline implements Timeline {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition allEnded = lock.newCondition();
    private int running;
    private @Nullable Throwable thrown;

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (duration.isPositive()) {
            Thread.sleep(duration);
        }
    }

    @Override
    public Worker start(String name, Runnable work) {
        lock.lock();
        try {
            running++;
        } finally {
            lock.unlock();
        }
        var thread = Thread.ofVirtual().name(name).start(() -> run(work));
        return thread::interrupt;
    }

    private void run(Runnable work) {
        Throwable failure = null;
        try {
            work.run();
        } catch (Throwable any) { // even an Error: it belongs to whoever waits for the workers
            failure = any;
        }
        lock.lock();
        try {
            keep(failure);
            running--;
            allEnded.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @SuppressWarnings("ReferenceEquality") // an exception may not suppress itself
    private void keep(@Nullable Throwable failure) {
        if (thrown == null) {
            thrown = failure;
        } else if (failure != null && failure != thrown) {
            thrown.addSuppressed(failure);
        }
    }

    /// Waits for every worker, those too that workers start meanwhile. What a worker threw is thrown here,
    /// the first one with the others as suppressed, once all have ended.
    @Override
    public void join() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (running > 0) {
                allEnded.await();
            }
            var failure = thrown;
            thrown = null;
            switch (failure) {
                case null -> {}
                case Error error -> throw error;
                case RuntimeException unchecked -> throw unchecked;
                // A Runnable throws no checked exception unless it cheats.
                default -> throw new IllegalStateException(failure);
            }
        } finally {
            lock.unlock();
        }
    }
}
