package dev.freehold.lab.oracle.compute;

import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.oracle.limit.Limits;
import dev.freehold.lab.oracle.tenancy.Tenancy;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// The room that there is for instances, by availability domain. A domain may be told to be full until it was asked
/// for a number of A1 machines; the count is of this process, like that of faults at the wire.
public final class Capacity {
    private final Tenancy tenancy;
    private final Limits limits;

    /// By the domain's number, such as `AD-1`: launches still to be refused.
    private final Map<String, AtomicInteger> refusals = new ConcurrentHashMap<>();

    /// @param fullDomains by number, such as `AD-1`, or `*` for each: how many launches find no room
    public Capacity(Tenancy tenancy, Limits limits, Map<String, Integer> fullDomains) {
        this.tenancy = tenancy;
        this.limits = limits;
        for (var domain : tenancy.availabilityDomains()) {
            var launches = fullDomains.getOrDefault(number(domain), fullDomains.getOrDefault("*", 0));
            refusals.put(number(domain), new AtomicInteger(launches));
        }
    }

    /// Whether the domain has machines of that shape at all: E2.1.Micro is in one domain of a region.
    boolean offers(String domain, Shape shape) {
        return tenancy.availabilityDomains().contains(domain)
                && (!shape.equals(Shape.E2_MICRO)
                        || limits.find("standard-e2-micro-core-count")
                                .map(limit -> limit.value(domain) > 0)
                                .orElse(false));
    }

    boolean isFull(String domain, Shape shape) {
        return shape.equals(Shape.A1_FLEX) && left(domain).get() > 0;
    }

    /// One launch asks.
    ///
    /// @throws Refusal 500 as OCI answers where no host has room
    void take(String domain, Shape shape) {
        if (shape.equals(Shape.A1_FLEX) && left(domain).getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new Refusal(500, "InternalError", "Out of host capacity.");
        }
    }

    private AtomicInteger left(String domain) {
        return refusals.computeIfAbsent(number(domain), _ -> new AtomicInteger());
    }

    /// From `xxxx:EU-FRANKFURT-1-AD-2` to `AD-2`.
    private static String number(String domain) {
        var at = domain.toUpperCase(Locale.ROOT).lastIndexOf("AD-");
        return at < 0 ? domain : domain.substring(at);
    }
}
