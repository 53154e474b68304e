package dev.freehold.adapters.local.record;

/// What a written record outlives.
public enum Durability {
    /// The death of the computer: each record is forced to the disk before the call returns.
    POWER_CUT,
    /// The death of the process alone, by `kill -9` too: the operating system has the record and writes it in
    /// its own time. Enough for a simulated world, and a hundred times faster.
    PROCESS_DEATH
}
