package dev.freehold.engine.pace;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;

/// When a call that failed in one way is made again, and how often.
///
/// @param first the interval before the first repetition
/// @param factor what each further interval is longer by; 1 keeps them equal
/// @param longest no interval is longer, before jitter
/// @param jitter the share of an interval by which it is lengthened or shortened at random, from 0 up to 1
/// @param floor no interval is shorter, after jitter
/// @param repetitions after how many it is given up
/// @param patience no repetition comes later than this after the first failure
public record RetryPolicy(
        Duration first,
        double factor,
        Duration longest,
        double jitter,
        Duration floor,
        int repetitions,
        Duration patience) {
    /// Longer than any run.
    private static final Duration ENDLESS = Duration.ofDays(36_500);

    /// One that is bounded by the number of repetitions alone.
    public RetryPolicy(
            Duration first, double factor, Duration longest, double jitter, Duration floor, int repetitions) {
        this(first, factor, longest, jitter, floor, repetitions, ENDLESS);
    }

    /// @throws IllegalArgumentException if a value is out of its range, or `longest` is shorter than `first`
    public RetryPolicy {
        if (first.isZero() || first.isNegative() || longest.compareTo(first) < 0 || floor.isNegative()) {
            throw new IllegalArgumentException("intervals from " + first + " to " + longest + " can't be waited");
        }
        if (patience.isNegative()) {
            throw new IllegalArgumentException("a patience of " + patience + " can't be had");
        }
        if (factor < 1 || jitter < 0 || jitter >= 1 || repetitions < 0) {
            throw new IllegalArgumentException(
                    "factor " + factor + ", jitter " + jitter + " and " + repetitions + " repetitions make no policy");
        }
    }

    /// The interval before repetition `number`, which counts from 1.
    ///
    /// @param chance from -1 to 1: how the jitter falls
    public Duration before(int number, double chance) {
        // resilience4j's own random intervals can't be given a seed, so the jitter is ours.
        long exact =
                IntervalFunction.ofExponentialBackoff(first, factor, longest).apply(number);
        long millis = Math.round(exact * (1 + jitter * chance));
        return Duration.ofMillis(Math.max(millis, floor.toMillis()));
    }

    /// The same, but for as long as `patience` lasts, however many repetitions that makes.
    public RetryPolicy lasting(Duration patience) {
        return new RetryPolicy(first, factor, longest, jitter, floor, Integer.MAX_VALUE, patience);
    }

    /// The same where time goes `speed` times as fast.
    RetryPolicy atSpeed(double speed) {
        return new RetryPolicy(
                shorter(first, speed),
                factor,
                shorter(longest, speed),
                jitter,
                shorter(floor, speed),
                repetitions,
                shorter(patience, speed));
    }

    private static Duration shorter(Duration duration, double speed) {
        return Duration.ofMillis(Math.max(1, Math.round(duration.toMillis() / speed)));
    }
}
