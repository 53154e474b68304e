package dev.freehold.lab.emulator;

import tools.jackson.databind.node.ObjectNode;

/// An emulator that runs: something that listens on ports of its own, in the shape of a real service.
public interface Emulator extends AutoCloseable {
    /// Adds where it listens to the document that clients read, under names of its own.
    void describe(ObjectNode endpoints);

    @Override
    void close();
}
