package dev.freehold.lab.emulator;

import java.io.IOException;

/// The start of an emulator. The lab has a list of these; what it started last it closes first.
public interface EmulatorStart {
    /// Returns once it listens.
    ///
    /// @throws IOException if it can't listen
    Emulator start(Surroundings surroundings) throws IOException;
}
