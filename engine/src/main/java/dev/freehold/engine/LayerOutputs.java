package dev.freehold.engine;

import dev.freehold.domain.journal.LayerState;
import dev.freehold.domain.resource.Outputs;

/// The typed outputs of a layer, made of what its state says of its nodes.
public final class LayerOutputs {
    private LayerOutputs() {}

    public static Outputs of(LayerState state) {
        return Soon.comes(state.toString());
    }
}
