package dev.freehold.engine;

import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.journal.Standing.Stands;
import dev.freehold.domain.plan.Observation;
import dev.freehold.domain.resource.Phase;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.engine.pace.Pace;
import dev.freehold.engine.run.Looks;
import dev.freehold.engine.run.Seen;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Says what would change. It changes nothing itself.
public final class PlanPlatform {
    private final Target target;

    public PlanPlatform(Target target) {
        this.target = target;
    }

    /// @param phases the layers to plan for; all of them if empty. What they need of earlier ones comes along
    /// @param refresh whether to ask the drivers what is there, instead of believing the states
    public record Request(Wanted wanted, List<Phase> phases, boolean refresh) {
        public Request {
            phases = List.copyOf(phases);
        }
    }

    public PlannedPlatform plan(Request request) {
        var states = LayerStates.read(target.journals(), target.layers());
        var observed = request.refresh() ? observe(states) : Map.<ResourceId, Observation>of();
        return PlannedPlatform.of(request.wanted(), request.phases(), states, observed);
    }

    private Map<ResourceId, Observation> observe(LayerStates states) {
        var standing = new ArrayList<Stands>();
        for (Standing known : states.standing().values()) {
            if (known instanceof Stands stands) {
                standing.add(stands);
            }
        }
        var observed = new LinkedHashMap<ResourceId, Observation>();
        Looks.at(standing, states.standing(), target.systems(), target.timeline(), Pace.USUAL)
                .forEach((id, seen) -> {
                    switch (seen) {
                        case Seen.There(var actual) -> observed.put(id, new Observation.Found(actual));
                        case Seen.Gone() -> observed.put(id, new Observation.Gone());
                        case Seen.Unknown _ -> {} // the state is believed where nothing better is known
                    }
                });
        return observed;
    }
}
