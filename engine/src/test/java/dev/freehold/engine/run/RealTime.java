package dev.freehold.engine.run;

import dev.freehold.ports.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Real threads, as many at once as the computer has, in a time that passes ten thousand times as fast.
final class RealTime implements Timeline {
    private static final int FASTER = 10_000;

    private final Instant beginning;
    private final long zero = System.nanoTime();
    private final Queue<Thread> workers = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> escaped = new ConcurrentLinkedQueue<>();

    RealTime(Instant beginning) {
        this.beginning = beginning;
    }

    @Override
    public Instant now() {
        return beginning.plusNanos((System.nanoTime() - zero) * FASTER);
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        Thread.sleep(duration.dividedBy(FASTER));
    }

    @Override
    public Worker start(String name, Runnable work) {
        var thread = Thread.ofPlatform()
                .name(name)
                .uncaughtExceptionHandler((_, thrown) -> escaped.add(thrown))
                .start(work);
        workers.add(thread);
        return thread::interrupt;
    }

    @Override
    public void join() throws InterruptedException {
        for (var next = workers.poll(); next != null; next = workers.poll()) {
            next.join();
        }
        if (!escaped.isEmpty()) {
            throw new AssertionError(escaped.remove());
        }
    }
}
