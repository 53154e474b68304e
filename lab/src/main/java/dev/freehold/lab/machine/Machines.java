package dev.freehold.lab.machine;

import java.util.List;

/// The instances of the tenancy, now. Ask again to see what has changed: nothing is told by itself.
public interface Machines {
    /// All that are not terminated, oldest first.
    List<Machine> all();
}
