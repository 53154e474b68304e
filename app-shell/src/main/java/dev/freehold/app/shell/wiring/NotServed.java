package dev.freehold.app.shell.wiring;

import dev.freehold.domain.resource.Gate;
import dev.freehold.domain.resource.Node;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.GateKeeper;

/// What a real target has no adapter for yet. Commands that would need it are refused before anything is done,
/// so that whoever comes here has found a bug.
final class NotServed implements GateKeeper {
    static final NotServed HERE = new NotServed();

    private NotServed() {}

    @Override
    public Answer await(Gate gate, Context context) {
        throw none(gate);
    }

    private static IllegalStateException none(Node node) {
        return new IllegalStateException(node.id() + " can't be made on this target yet");
    }
}
