package dev.freehold.engine.pace;

import java.time.Duration;

/// When a system that fails again and again is left alone for a while.
///
/// @param failurePercent how many of the calls looked at must have failed
/// @param calls how many calls there must have been to judge by
/// @param window how many of the last calls are looked at
/// @param rest how long it is left alone then
/// @param trials how many calls then find out whether it is well
public record BreakerPolicy(int failurePercent, int calls, int window, Duration rest, int trials) {
    BreakerPolicy atSpeed(double speed) {
        var shorter = Duration.ofMillis(Math.max(1, Math.round(rest.toMillis() / speed)));
        return new BreakerPolicy(failurePercent, calls, window, shorter, trials);
    }
}
