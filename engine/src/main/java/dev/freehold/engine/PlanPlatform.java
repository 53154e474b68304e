package dev.freehold.engine;

import dev.freehold.domain.resource.Layer;
import java.util.List;

/// Says what would change. It changes nothing itself.
public final class PlanPlatform {
    private final Target target;

    public PlanPlatform(Target target) {
        this.target = target;
    }

    /// @param layers those to plan for; all of them if empty. What they need of earlier ones comes along
    /// @param refresh whether to ask the drivers what is there, instead of believing the states
    public record Request(Wanted wanted, List<Layer> layers, boolean refresh) {
        public Request {
            layers = List.copyOf(layers);
        }
    }

    /// @throws Interrupted if it was cut short while it looked
    public PlannedPlatform plan(Request request) {
        var states = LayerStates.read(target.journals(), target.layers());
        var observed = request.refresh() ? Observed.of(states, target) : Observed.NOTHING;
        var preflown = Preflown.of(target, request.wanted().spec());
        return PlannedPlatform.of(request.wanted(), request.layers(), states, observed, preflown);
    }
}
