package dev.freehold.adapters.local;

import dev.freehold.ports.file.Disk;

/// What the files of a home outlive.
public enum Durability {
    /// The death of the computer: what is written is forced to the disk before a call returns.
    POWER_CUT(Disk.FORCED),
    /// The death of the process alone, by `kill -9` too: the operating system has what was written and writes
    /// it in its own time. Enough for a simulated world and for most tests, and a hundred times faster.
    PROCESS_DEATH(Disk.UNFORCED);

    private final Disk disk;

    Durability(Disk disk) {
        this.disk = disk;
    }

    Disk disk() {
        return disk;
    }
}
