package dev.freehold.ports.skeleton;

import java.time.Duration;

/// How often a state that takes time is looked at: `first` after a call, growing by half each time up to `most`.
public record PollingPace(Duration first, Duration most) {
    /// Oracle throttles by user, so that ten things awaited together may not ask ten times a second.
    public static final PollingPace LIVE = new PollingPace(Duration.ofSeconds(1), Duration.ofSeconds(10));

    /// The lab's states last a fraction of a second.
    public static final PollingPace LAB = new PollingPace(Duration.ofMillis(20), Duration.ofMillis(200));

    public PollingPace {
        if (first.compareTo(Duration.ofMillis(1)) < 0 || most.compareTo(first) < 0) {
            throw new IllegalArgumentException("a pace from " + first + " to " + most);
        }
    }

    Duration after(Duration nap) {
        var longer = nap.multipliedBy(3).dividedBy(2);
        return longer.compareTo(most) < 0 ? longer : most;
    }
}
