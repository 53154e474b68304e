package dev.freehold.domain.allowance;

import dev.freehold.domain.allowance.Allowance.Tenancy;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a tenancy is like before anything is planned in it.
///
/// @param homeRegion the one region in which Oracle gives anything for free, such as `eu-frankfurt-1`
/// @param regions those that the tenancy is subscribed to
/// @param others what stands in it already and is no part of the platform: the allowance is the tenancy's,
///     so it counts
/// @param limits its own service limits, as far as they could be read
/// @param microDomains the availability domains that offer micros; in a free tenancy there is one
public record TenancyFacts(
        String homeRegion,
        List<String> regions,
        Usage others,
        Map<LimitRule, ServiceLimit> limits,
        List<String> microDomains) {

    /// Nothing is known: an empty tenancy without limits of its own.
    static final TenancyFacts UNKNOWN = new TenancyFacts("", List.of(), Usage.NONE, Map.of(), List.of());

    public TenancyFacts {
        regions = List.copyOf(regions);
        microDomains = List.copyOf(microDomains);
        var ordered = new EnumMap<LimitRule, ServiceLimit>(LimitRule.class);
        ordered.putAll(limits);
        limits = Collections.unmodifiableMap(ordered);
    }

    /// Does somebody pay for this tenancy? Its limits say so: no free one was ever given as much.
    public boolean isPaying() {
        return isBeyondAnyFree(LimitRule.A1_OCPUS) || isBeyondAnyFree(LimitRule.RESERVED_IPS);
    }

    private boolean isBeyondAnyFree(LimitRule rule) {
        var most = Allowances.all().stream()
                .filter(allowance -> allowance.tenancy() == Tenancy.FREE)
                .flatMap(allowance -> allowance.limit(rule).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        var limit = limits.get(rule);
        return limit != null && limit.amount().compareTo(most) > 0;
    }

    /// What the tenancy's own limit leaves to the platform; empty where no limit is known.
    public Optional<BigDecimal> room(LimitRule rule) {
        return Optional.ofNullable(limits.get(rule))
                .map(limit -> limit.amount().subtract(others.amount(rule)).max(BigDecimal.ZERO));
    }
}
