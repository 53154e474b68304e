package dev.freehold.engine.plan;

import dev.freehold.domain.resource.Layer;
import dev.freehold.engine.look.Looking;
import dev.freehold.engine.look.ObservedPlatform;
import dev.freehold.engine.state.LayerStates;
import dev.freehold.engine.target.Target;
import java.util.List;

/// Says what would change. It changes nothing itself.
public final class PlanPlatform {
    private final Target target;

    public PlanPlatform(Target target) {
        this.target = target;
    }

    /// @param layers those to plan for; all of them if empty. What they need of earlier ones comes along
    /// @param looking what the drivers are asked for
    public record Request(WantedPlatform wanted, List<Layer> layers, Looking looking) {
        public Request {
            layers = List.copyOf(layers);
        }
    }

    /// @throws dev.freehold.engine.look.Interrupted if it was cut short while it looked
    public PlannedPlatform plan(Request request) {
        var states = LayerStates.read(target.journals(), target.layers());
        var observed = ObservedPlatform.of(request.looking(), states, target);
        return PlannedPlatform.at(target, request.wanted(), request.layers(), states, observed);
    }
}
