package dev.freehold.lab.world;

import java.time.Duration;
import java.util.SplittableRandom;

/// How long things take, from a seed: whatever order threads come in, the same step of the same resource takes as
/// long.
public record Delays(long seed) {

    /// At least `least`, less than `most`, in lab time.
    public Duration between(String id, String step, Duration least, Duration most) {
        var spread = most.toMillis() - least.toMillis();
        if (spread <= 0) {
            return least;
        }
        var random = new SplittableRandom(seed ^ ((long) id.hashCode() << 32) ^ step.hashCode());
        return least.plusMillis(random.nextLong(spread));
    }
}
