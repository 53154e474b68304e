package dev.freehold.lab.oracle.limit;

import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.oracle.limit.Gauge.Use;
import dev.freehold.lab.world.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The limits of this tenancy, and who measures what of them is used. Services add their gauges and claim what they
/// are about to make.
public final class Limits {
    private final List<Limit> catalogue;
    private final Map<String, Gauge> gauges = new ConcurrentHashMap<>();
    private volatile QuotaPolicies quotas = QuotaPolicies.NONE;

    public Limits(List<Limit> catalogue) {
        this.catalogue = List.copyOf(catalogue);
    }

    public List<Limit> all() {
        return catalogue;
    }

    public Optional<Limit> find(String name) {
        return catalogue.stream().filter(limit -> limit.name().equals(name)).findFirst();
    }

    /// Measures the limit, and the quota, of that name.
    public void gauge(String name, Gauge gauge) {
        gauges.put(name, gauge);
    }

    public boolean isMeasured(String name) {
        return gauges.containsKey(name);
    }

    public void obey(QuotaPolicies policies) {
        quotas = policies;
    }

    /// What stands of it, one by one; nothing where nobody measures it.
    public Stream<Use> uses(Tx tx, String name) {
        var gauge = gauges.get(name);
        return gauge == null ? Stream.empty() : gauge.uses(tx);
    }

    /// What stands of it, of the uses that `counted` lets through; 0 where nobody measures it.
    public long used(Tx tx, String name, Predicate<Use> counted) {
        return uses(tx, name).filter(counted).mapToLong(Use::amount).sum();
    }

    /// What stands of a limit; of one by domain, in `availabilityDomain` alone.
    public long used(Tx tx, Limit limit, String availabilityDomain) {
        return used(
                tx,
                limit.name(),
                use -> limit.scope() != Scope.AD || use.availabilityDomain().equals(availabilityDomain));
    }

    /// Lets pass what fits beside what stands.
    ///
    /// @throws Refusal LimitExceeded with every limit it would pass, or QuotaExceeded
    public void admit(Tx tx, Claim claim) {
        var passed = new ArrayList<String>();
        new TreeMap<>(claim.amounts())
                .forEach((name, amount) -> find(name)
                        .filter(limit -> amount > 0
                                && used(tx, limit, claim.availabilityDomain()) + amount
                                        > limit.value(claim.availabilityDomain()))
                        .ifPresent(limit -> passed.add(limit.name())));
        if (!passed.isEmpty()) {
            throw Refusal.limitExceeded("The following service limits were exceeded: " + String.join(", ", passed)
                    + ". Request a service limit increase from the service limits page in the console.");
        }
        var against = quotas.exceeded(tx, claim, this);
        if (!against.isEmpty()) {
            throw Refusal.quotaExceeded("The following quotas were exceeded: " + String.join(", ", against)
                    + ". Ask the tenancy's administrator to change the quota policy.");
        }
    }
}
