package dev.freehold.adapters.oci;

import dev.freehold.ports.time.Timeline;
import java.time.Duration;
import java.time.Instant;

/// The computer's own time: the lab's states pass in it.
final class RealTimeline implements Timeline {
    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        Thread.sleep(duration);
    }

    @Override
    public Worker start(String name, Runnable work) {
        throw new UnsupportedOperationException("drivers start no workers");
    }

    @Override
    public void join() {}
}
