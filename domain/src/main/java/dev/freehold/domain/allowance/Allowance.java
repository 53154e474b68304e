package dev.freehold.domain.allowance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What Oracle gave for free between two dates.
///
/// @param from the first day
/// @param until the last day; absent while it holds
/// @param limits every number, in the order of the rules; a rule that is missing has no limit
/// @param remark what whoever plans on it is told, beyond its dates
public record Allowance(
        String id,
        Tenancy tenancy,
        LocalDate from,
        @Nullable LocalDate until,
        Map<LimitRule, Limit> limits,
        @Nullable String remark) {

    public Allowance {
        limits = Collections.unmodifiableMap(new EnumMap<>(limits));
    }

    static Allowance of(
            String id,
            Tenancy tenancy,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String remark,
            List<Limit> limits) {
        var byRule = new EnumMap<LimitRule, Limit>(LimitRule.class);
        limits.forEach(limit -> byRule.put(limit.rule(), limit));
        return new Allowance(id, tenancy, from, until, byRule, remark);
    }

    /// Whether Oracle has a means of payment. Without one, what lies above the limits is refused; with one, it
    /// is billed.
    public enum Tenancy {
        FREE,
        PAYING
    }

    /// What it leaves once `others` have taken their part.
    Allowance less(Usage others) {
        var rest = new EnumMap<LimitRule, Limit>(LimitRule.class);
        limits.forEach((rule, limit) -> rest.put(
                rule,
                new Limit(rule, limit.amount().subtract(others.asLimited(rule)).max(BigDecimal.ZERO), limit.source())));
        return new Allowance(id, tenancy, from, until, rest, remark);
    }

    /// Empty where this allowance doesn't limit what the rule is about.
    public Optional<BigDecimal> limit(LimitRule rule) {
        return Optional.ofNullable(limits.get(rule)).map(Limit::amount);
    }
}
