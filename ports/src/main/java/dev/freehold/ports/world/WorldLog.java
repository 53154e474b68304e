package dev.freehold.ports.world;

import java.util.List;

/// The append-only record of what happened to the simulated world. The world is its fold.
public interface WorldLog {

    /// Adds `change`. It outlives the process, however that ends, once this returns; a power cut may take it:
    /// a real cloud has its own power, a simulated one is lost together with the journals that speak of it.
    void append(WorldChange change);

    /// Every change so far, oldest first. A torn last record is no change.
    List<WorldChange> entries();
}
