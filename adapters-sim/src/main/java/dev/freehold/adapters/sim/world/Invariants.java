package dev.freehold.adapters.sim.world;

import dev.freehold.adapters.sim.tenancy.TenancyLimit;
import dev.freehold.domain.resource.Bond;
import java.util.ArrayList;
import java.util.List;

/// What must hold in a world after every change, whoever made it.
public final class Invariants {
    private Invariants() {}

    /// What does not hold, a sentence each; empty in a sound world.
    public static List<String> violations(SimWorld world) {
        var violations = new ArrayList<String>();
        for (var thing : world.standing()) {
            for (var reference : world.references(thing.resource())) {
                boolean bears = reference.bond() == Bond.STANDS_ON && !Rules.isGate(reference.to());
                if (bears && !world.stands(reference.to())) {
                    violations.add(thing.id() + " stands on " + reference.to() + ", which is gone.");
                }
            }
        }
        for (var limit : TenancyLimit.values()) {
            long used = world.used(limit);
            long granted = world.tenancy().limit(limit);
            if (used > granted) {
                violations.add(limit.oci() + " stands at " + used + ", above its limit of " + granted + ".");
            }
        }
        violations.addAll(new Unshared(world).violations());
        return violations;
    }
}
