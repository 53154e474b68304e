package dev.freehold.lab.time;

import java.time.Duration;
import java.time.Instant;

/// Real time, times a pace.
public final class ScaledClock implements LabClock {
    private final Instant origin;
    private final long startedNanos = System.nanoTime();
    private final double pace;

    private ScaledClock(Instant origin, double pace) {
        this.origin = origin;
        this.pace = pace;
    }

    /// A world that was last seen at `seen` goes on from there, or from the computer's time if that is later.
    ///
    /// @param pace emulated seconds per real second
    /// @throws IllegalArgumentException if the pace is not above 0
    public static ScaledClock from(Instant seen, double pace) {
        if (!(pace > 0) || Double.isInfinite(pace)) {
            throw new IllegalArgumentException("The lab's pace is " + pace
                    + "; it has to be emulated seconds per real second, above 0, such as 20.");
        }
        var now = Instant.now();
        return new ScaledClock(seen.isAfter(now) ? seen : now, pace);
    }

    @Override
    public Instant now() {
        return origin.plusNanos((long) ((System.nanoTime() - startedNanos) * pace));
    }

    @Override
    public Instant wall() {
        return Instant.now();
    }

    @Override
    public void pause(Duration real) throws InterruptedException {
        if (real.isPositive()) {
            Thread.sleep(real);
        }
    }
}
