package dev.freehold.ports.driver;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Throttled, or a server fault before anything happened: worth asking again, later, with the same token.
public final class Busy extends SystemFault {
    private static final long serialVersionUID = 1;

    private final @Nullable Duration retryAfter;

    public Busy(String words, @Nullable Duration retryAfter) {
        super(words);
        this.retryAfter = retryAfter;
    }

    /// How long the system asked to be left alone, where it said so.
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
