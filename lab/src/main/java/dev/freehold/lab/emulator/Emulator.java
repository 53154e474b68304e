package dev.freehold.lab.emulator;

import tools.jackson.databind.node.ObjectNode;

/// A running emulator.
public interface Emulator extends AutoCloseable {
    /// Adds where it listens to the document that clients read, under names of its own.
    void describe(ObjectNode endpoints);

    @Override
    void close();
}
