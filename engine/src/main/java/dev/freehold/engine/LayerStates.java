package dev.freehold.engine;

import dev.freehold.domain.journal.LayerState;
import dev.freehold.domain.resource.Phase;
import dev.freehold.ports.Journals;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// The states of every layer of a target, folded from their journals.
public record LayerStates(Map<Phase, LayerState> byLayer) {
    public LayerStates {
        byLayer = Collections.unmodifiableMap(new EnumMap<>(byLayer));
    }

    public static LayerStates read(Journals journals) {
        var states = new EnumMap<Phase, LayerState>(Phase.class);
        for (var layer : Phase.LAYERS) {
            states.put(layer, LayerState.empty(layer).after(journals.of(layer).entries()));
        }
        return new LayerStates(states);
    }

    public LayerState of(Phase layer) {
        var state = byLayer.get(layer);
        if (state == null) {
            throw new IllegalArgumentException(layer.word() + " is not a layer");
        }
        return state;
    }
}
