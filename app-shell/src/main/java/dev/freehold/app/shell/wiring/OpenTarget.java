package dev.freehold.app.shell.wiring;

import dev.freehold.engine.Target;
import dev.freehold.ports.probe.Probes;

/// A target with everything that a command needs of it, until it is closed.
///
/// @param closing what is done then
public record OpenTarget(Target engine, Probes probes, Runnable closing) implements AutoCloseable {
    @Override
    public void close() {
        closing.run();
    }
}
