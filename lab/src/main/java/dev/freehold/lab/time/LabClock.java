package dev.freehold.lab.time;

import java.time.Duration;
import java.time.Instant;

/// The time of the emulated world, which may run faster than that of the computer.
public interface LabClock {
    /// Now in the emulated world. Never goes back.
    Instant now();

    /// Now by the computer's clock, as a client's signature dates it.
    Instant wall();

    /// Waits in the computer's time: for faults that make a client wait.
    void pause(Duration real) throws InterruptedException;
}
