package dev.freehold.domain.preflight;

/// What is at stake where drivers point.
public enum Stakes {
    /// Nothing: a simulation.
    NONE,
    /// Real calls, to emulators.
    PRACTICE,
    /// Somebody's account and money.
    REAL
}
