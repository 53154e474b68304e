package dev.freehold.adapters.sim.world;

import dev.freehold.domain.resource.Kind;
import java.util.ArrayList;
import java.util.List;

/// What must hold in a world after every change, whoever made it.
public final class Invariants {
    private Invariants() {}

    /// What does not hold, a sentence each; empty in a sound world.
    public static List<String> violations(SimWorld world) {
        var violations = new ArrayList<String>();
        for (var thing : world.standing()) {
            for (var base : Kind.of(thing.resource().getClass()).standsOn(thing.resource())) {
                boolean isGate = Rules.isGate(base);
                if (!isGate && !world.stands(base)) {
                    violations.add(thing.id() + " stands on " + base + ", which is gone.");
                }
            }
        }
        for (var limit : ServiceLimit.values()) {
            long used = world.used(limit);
            long granted = world.tenancy().limit(limit);
            if (used > granted) {
                violations.add(limit.oci() + " stands at " + used + ", above its limit of " + granted + ".");
            }
        }
        return violations;
    }
}
