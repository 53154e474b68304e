package dev.freehold.adapters.sim.world;

import dev.freehold.adapters.sim.tenancy.TenancyLimit;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.SetupResource.QuotaPolicy;
import dev.freehold.ports.driver.Refused;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/// What the tenancy's service limits and its own quota policy refuse. Limits are Oracle's, quotas the user's;
/// both are asked before anything is made, and neither touches what stands.
final class LimitRules {
    private final SimWorld world;
    private final IdentityHashMap<QuotaPolicy, QuotaStatements> read = new IdentityHashMap<>();

    LimitRules(SimWorld world) {
        this.world = world;
    }

    /// @param before what `wanted` replaces in place
    Optional<Refused> objection(Resource wanted, Optional<Resource> before) {
        if (!mayTake(wanted)) {
            return Optional.empty();
        }
        List<String> overLimit = new ArrayList<>();
        List<String> overQuota = new ArrayList<>();
        for (var limit : TenancyLimit.values()) {
            long more = limit.takenBy(wanted) - before.map(limit::takenBy).orElse(0L);
            if (more <= 0) {
                continue;
            }
            long then = world.used(limit) + more;
            if (then > world.tenancy().limit(limit)) {
                overLimit.add(limit.oci());
            }
            for (var policy : world.all(QuotaPolicy.class)) {
                var cap = read.computeIfAbsent(policy, known -> QuotaStatements.of(known.statements()))
                        .cap(limit);
                if (cap.isPresent() && then > cap.getAsLong()) {
                    overQuota.add(limit.oci() + " (" + policy.name() + " allows " + cap.getAsLong() + ")");
                }
            }
        }
        if (!overLimit.isEmpty()) {
            return Optional.of(new Refused(
                    "LimitExceeded",
                    "The following service limits were exceeded: " + String.join(", ", overLimit)
                            + ". Request a service limit increase from the service limits page in the console."));
        }
        return overQuota.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refused(
                        "QuotaExceeded",
                        "The following compartment quotas were exceeded: " + String.join(", ", overQuota) + "."));
    }

    private static boolean mayTake(Resource wanted) {
        for (var limit : TenancyLimit.values()) {
            if (limit.kind().isInstance(wanted)) {
                return true;
            }
        }
        return false;
    }
}
