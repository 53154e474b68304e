package dev.freehold.lab.emulator;

import java.io.IOException;

/// Starts an emulator. The lab has a list of these; it starts them after OCI and closes them before it.
public interface EmulatorStart {
    /// Returns once it listens.
    ///
    /// @throws IOException if it can't listen
    Emulator start(Surroundings surroundings) throws IOException;
}
