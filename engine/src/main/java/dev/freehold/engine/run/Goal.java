package dev.freehold.engine.run;

import dev.freehold.domain.journal.LayerState;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.ResourceId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a deployment works towards; where a layer has got there, a point to come back to is kept.
public final class Goal {
    private final String spec;
    private final Map<Layer, Map<ResourceId, Node>> wanted = new EnumMap<>(Layer.class);

    /// @param spec the text of the spec
    /// @param wanted every node that the spec means
    public Goal(String spec, Collection<? extends Node> wanted) {
        this.spec = spec;
        for (var node : wanted) {
            this.wanted
                    .computeIfAbsent(node.layer(), _ -> new LinkedHashMap<>())
                    .put(node.id(), node);
        }
    }

    String spec() {
        return spec;
    }

    /// Does the layer hold what it should, and nothing else?
    boolean isReached(LayerState state) {
        var nodes = wanted.getOrDefault(state.layer(), Map.of());
        if (nodes.isEmpty() || nodes.size() != state.nodes().size()) {
            return false;
        }
        for (var entry : nodes.entrySet()) {
            var standing = state.standing(entry.getKey());
            if (standing.isEmpty() || !standing.get().node().equals(entry.getValue())) {
                return false;
            }
        }
        return true;
    }
}
