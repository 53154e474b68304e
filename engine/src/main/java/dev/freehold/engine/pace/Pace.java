package dev.freehold.engine.pace;

import java.time.Duration;

/// How hard systems are driven.
///
/// @param bounds how many calls at once
/// @param noRoom when a full system is asked again; each time with a new token
/// @param busy when a throttled or faulty one is, with the same token; what it says itself may lengthen it
/// @param silent when one that did not answer is looked at, to see what it did
/// @param breaker when a system that fails again and again is left alone
public record Pace(Bounds bounds, RetryPolicy noRoom, RetryPolicy busy, RetryPolicy silent, BreakerPolicy breaker) {

    /// A region's capacity comes back in minutes at best, and asking more often than each minute is
    /// throttled, so the hunt for room is slow; it ends after about an hour.
    private static final RetryPolicy HUNT =
            new RetryPolicy(Duration.ofSeconds(300), 1, Duration.ofSeconds(300), 0.2, Duration.ofSeconds(60), 12);

    private static final RetryPolicy BACK_OFF =
            new RetryPolicy(Duration.ofSeconds(2), 2, Duration.ofSeconds(60), 0.25, Duration.ofSeconds(1), 10);

    private static final RetryPolicy LOOK =
            new RetryPolicy(Duration.ofSeconds(5), 2, Duration.ofSeconds(60), 0.25, Duration.ofSeconds(1), 5);

    public static final Pace USUAL =
            new Pace(Bounds.USUAL, HUNT, BACK_OFF, LOOK, new BreakerPolicy(50, 6, 20, Duration.ofSeconds(30), 2));

    public Pace within(Bounds bounds) {
        return new Pace(bounds, noRoom, busy, silent, breaker);
    }

    /// The same, but a full system is asked again for as long as `patience` lasts.
    public Pace hunting(Duration patience) {
        return new Pace(bounds, noRoom.lasting(patience), busy, silent, breaker);
    }

    /// The same against systems in which time goes `speed` times as fast.
    public Pace atSpeed(double speed) {
        return new Pace(
                bounds, noRoom.atSpeed(speed), busy.atSpeed(speed), silent.atSpeed(speed), breaker.atSpeed(speed));
    }
}
