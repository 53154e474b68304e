package dev.freehold.lab.machine;

import java.util.List;

/// The machines that a cloud has, now. Ask again to see what has changed: nothing is told by itself.
public interface Machines {
    /// All that are not terminated, oldest first.
    List<Machine> all();
}
