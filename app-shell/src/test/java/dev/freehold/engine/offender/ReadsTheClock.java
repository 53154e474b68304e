package dev.freehold.engine.offender;

import java.time.Instant;
import java.util.function.Supplier;

/// Breaks the rule about time on purpose: by a reference to the method, which is no call.
public final class ReadsTheClock {
    public Supplier<Instant> clock() {
        return Instant::now;
    }
}
