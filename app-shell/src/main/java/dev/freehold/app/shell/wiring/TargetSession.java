package dev.freehold.app.shell.wiring;

import dev.freehold.domain.resource.Node;
import dev.freehold.engine.target.Target;
import dev.freehold.ports.image.ImageShelf;
import dev.freehold.ports.probe.Probes;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// A target with everything that a command needs of it, until it is closed.
///
/// @param serves whether the target has an adapter for a node
/// @param shelf gives the images that are built as they are then
/// @param probing gives the probes of the world as it is then
/// @param closing what is done when it is closed
public record TargetSession(
        Target engine, Predicate<Node> serves, Supplier<ImageShelf> shelf, Supplier<Probes> probing, Runnable closing)
        implements AutoCloseable {

    public Probes probes() {
        return probing.get();
    }

    public ImageShelf images() {
        return shelf.get();
    }

    @Override
    public void close() {
        closing.run();
    }
}
