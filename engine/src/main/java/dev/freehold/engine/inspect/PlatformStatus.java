package dev.freehold.engine.inspect;

import dev.freehold.domain.journal.LayerState;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.engine.plan.WantedPlatform;
import dev.freehold.engine.state.LayerStates;
import dev.freehold.engine.target.Target;
import java.util.EnumSet;
import java.util.List;

/// How much of the wanted platform is there.
public final class PlatformStatus {
    private final Target target;

    public PlatformStatus(Target target) {
        this.target = target;
    }

    /// @param resources how many nodes the layer is to have
    /// @param present how many of them stand
    /// @param rollbackPoints how many are kept
    public record LayerStatus(Layer layer, int resources, int present, int rollbackPoints) {}

    /// Every layer in its order.
    public List<LayerStatus> of(WantedPlatform wanted) {
        var states = LayerStates.read(target.journals(), target.layers());
        var blueprint = wanted.blueprint(states, EnumSet.allOf(Layer.class));
        return Layer.ALL.stream()
                .map(layer -> {
                    var state = states.of(layer);
                    var nodes = blueprint.nodes(layer);
                    int present = (int) nodes.stream()
                            .filter(node -> stands(state, node.id()))
                            .count();
                    return new LayerStatus(
                            layer, nodes.size(), present, state.rollbackPoints().size());
                })
                .toList();
    }

    private static boolean stands(LayerState state, ResourceId id) {
        return state.standing(id).isPresent();
    }
}
