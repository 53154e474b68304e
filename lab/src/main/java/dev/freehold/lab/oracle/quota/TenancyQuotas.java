package dev.freehold.lab.oracle.quota;

import dev.freehold.lab.oracle.limit.Claim;
import dev.freehold.lab.oracle.limit.Limits;
import dev.freehold.lab.oracle.limit.QuotaPolicies;
import dev.freehold.lab.oracle.limit.Scope;
import dev.freehold.lab.oracle.quota.QuotaStatement.Act;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Tx;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The quota policies of the tenancy, as the world holds them. A policy takes a while to act; until then what it
/// said before holds. None of them ever stops what stands.
public final class TenancyQuotas implements QuotaPolicies {
    static final String KIND = "quota";
    /// From when on a policy's statements hold.
    static final String FROM = "_from";
    /// What holds until then.
    static final String BEFORE = "_before";

    private final String tenancyId;
    private final String region;

    public TenancyQuotas(String tenancyId, String region) {
        this.tenancyId = tenancyId;
        this.region = region;
    }

    @Override
    public List<String> exceeded(Tx tx, Claim claim, Limits limits) {
        return new TreeMap<>(claim.amounts())
                .entrySet().stream()
                        .filter(one -> one.getValue() > 0 && isExceeded(tx, claim, one.getKey(), limits))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    private boolean isExceeded(Tx tx, Claim claim, String name, Limits limits) {
        long more = claim.amounts().getOrDefault(name, 0L);
        return strictest(tx, name, claim.compartmentId(), claim.availabilityDomain()).entrySet().stream()
                .anyMatch(quota ->
                        used(tx, limits, name, quota.getKey(), claim.availabilityDomain()) + more > quota.getValue());
    }

    /// How much of a quota stands in a compartment and below it; of one by domain, in that domain.
    long used(Tx tx, Limits limits, String name, String compartmentId, String availabilityDomain) {
        var compartments = new CompartmentTree(tx, tenancyId);
        var byDomain =
                limits.find(name).filter(limit -> limit.scope() == Scope.AD).isPresent();
        return limits.used(
                tx,
                name,
                use -> (!byDomain || use.availabilityDomain().equals(availabilityDomain))
                        && compartments.isWithin(use.compartmentId(), compartmentId));
    }

    /// The strictest number that the policies give, for `compartmentId` and each compartment above it that has
    /// one: what is above overrides what is below, since what stands below counts above as well.
    Map<String, Long> strictest(Tx tx, String name, String compartmentId, String availabilityDomain) {
        var strictest = new LinkedHashMap<String, Long>();
        QuotaNames.family(name).ifPresent(family -> {
            var compartments = new CompartmentTree(tx, tenancyId);
            var quota = new Quota(family, name, availabilityDomain, compartments.upwards(compartmentId));
            for (var policy : tx.all(KIND)) {
                of(statements(policy, tx.now()), quota, compartments)
                        .forEach((scope, value) -> strictest.merge(scope, value, Math::min));
            }
        });
        return strictest;
    }

    private record Quota(String family, String name, String availabilityDomain, List<String> above) {}

    /// Of one policy. A later statement wins over an earlier one for the same compartment; `unset` frees a
    /// compartment of what was said of those above it as well.
    private Map<String, Long> of(List<String> statements, Quota quota, CompartmentTree compartments) {
        var values = new LinkedHashMap<String, Long>();
        for (var text : statements) {
            var statement = QuotaParser.parse(text);
            if (!statement.concerns(quota.family(), quota.name(), region, quota.availabilityDomain())) {
                continue;
            }
            compartments
                    .find(statement.compartment())
                    .filter(quota.above()::contains)
                    .ifPresent(scope -> {
                        if (statement.act() == Act.UNSET) {
                            values.keySet().removeAll(compartments.upwards(scope));
                        } else {
                            values.put(scope, statement.value());
                        }
                    });
        }
        return values;
    }

    /// What a policy says that holds at `now`.
    static List<String> statements(Resource policy, Instant now) {
        var acting = !now.isBefore(Instant.parse(policy.text(FROM)));
        return policy.get(acting ? "statements" : BEFORE)
                .valueStream()
                .map(statement -> statement.asString())
                .toList();
    }
}
