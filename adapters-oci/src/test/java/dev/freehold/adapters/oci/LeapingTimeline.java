package dev.freehold.adapters.oci;

import dev.freehold.ports.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/// Time that passes when somebody sleeps, and only then.
public final class LeapingTimeline implements Timeline {
    private final Consumer<Duration> passing;
    private Instant now = Instant.parse("2026-11-01T10:00:00Z");

    public LeapingTimeline() {
        this(_ -> {});
    }

    /// @param passing is told of each sleep, to let time pass elsewhere too
    LeapingTimeline(Consumer<Duration> passing) {
        this.passing = passing;
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (duration.isPositive()) {
            now = now.plus(duration);
            passing.accept(duration);
        }
    }

    @Override
    public Worker start(String name, Runnable work) {
        throw new UnsupportedOperationException("drivers start no workers");
    }

    @Override
    public void join() {}
}
