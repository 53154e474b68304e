package dev.freehold.engine.offender;

/// Breaks the rule about time on purpose.
public final class ReadsTheNanoseconds {
    public long now() {
        return System.nanoTime();
    }
}
