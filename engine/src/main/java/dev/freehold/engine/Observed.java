package dev.freehold.engine;

import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.journal.Standing.Stands;
import dev.freehold.domain.plan.Observation;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.engine.run.Looks;
import dev.freehold.engine.run.Seen;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the systems say of what the states say stands.
///
/// @param unknown what could not be looked at, and why; of that the states are believed
record Observed(Map<ResourceId, Observation> seen, Map<ResourceId, String> unknown) {
    /// Nobody looked.
    static final Observed NOTHING = new Observed(Map.of(), Map.of());

    /// @throws Interrupted if the looking was cut short
    static Observed of(LayerStates states, Target target) {
        var standing = new ArrayList<Stands>();
        for (Standing known : states.standing().values()) {
            if (known instanceof Stands stands) {
                standing.add(stands);
            }
        }
        var observed = new LinkedHashMap<ResourceId, Observation>();
        var unknown = new LinkedHashMap<ResourceId, String>();
        looks(standing, states.standing(), target).forEach((id, seen) -> {
            switch (seen) {
                case Seen.There(var actual) -> observed.put(id, new Observation.Found(actual));
                case Seen.Gone() -> observed.put(id, new Observation.Gone());
                case Seen.Unknown(var words) -> unknown.put(id, words);
            }
        });
        return new Observed(observed, unknown);
    }

    static Map<ResourceId, Seen> looks(ArrayList<Stands> standing, Map<ResourceId, Standing> known, Target target) {
        try {
            return Looks.at(standing, known, target.systems(), target.timeline(), target.pace());
        } catch (InterruptedException stop) {
            throw Interrupted.looking(stop);
        }
    }
}
