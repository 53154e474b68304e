package dev.freehold.lab;

import dev.freehold.lab.time.LabClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that a test moves by hand. The clients' time stands still with it.
public final class ManualClock implements LabClock {
    public static final Instant START = Instant.parse("2026-11-01T08:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final AtomicReference<Duration> paused = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant now() {
        return now.get();
    }

    @Override
    public Instant wall() {
        return START;
    }

    @Override
    public void pause(Duration real) {
        paused.updateAndGet(real::plus);
    }

    /// Lets lab time pass.
    public void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    /// What was waited for in real time, had it been real.
    public Duration paused() {
        return paused.get();
    }
}
