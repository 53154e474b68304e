package dev.freehold.domain.allowance;

import dev.freehold.domain.quantity.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;

/// How what lies above an allowance reads: what there is, what is granted, what it costs, what to do.
///
/// @param accept what the spec accepts a month
/// @param month what a month would cost
/// @param tenancy where it is to stand
record LimitWords(Allowance allowance, Usd accept, Usd month, TenancyFacts tenancy) {
    private static final String LESS = "Plan less of it.";

    Violation refused(LimitRule rule, BigDecimal used, BigDecimal limit) {
        var money = rule.isCoveredByMoney()
                ? " A month of the whole platform would cost USD " + cents(month, RoundingMode.CEILING)
                        + " at list price; accept-usd-per-month is " + cents(accept, RoundingMode.FLOOR) + "."
                : "";
        return new Violation(rule, grants(rule, used, limit) + " " + remedy(rule) + money, used, limit, path(rule));
    }

    Violation accepted(LimitRule rule, BigDecimal used, BigDecimal limit) {
        var message = grants(rule, used, limit) + " It is accepted: a month of the whole platform costs USD "
                + cents(month, RoundingMode.CEILING) + " at list price, accept-usd-per-month is "
                + cents(accept, RoundingMode.FLOOR) + ".";
        return new Violation(rule, message, used, limit, path(rule));
    }

    /// What is charged is rounded up and what is accepted down, so that no refusal reads as a tie.
    private static String cents(Usd amount, RoundingMode rounding) {
        var exact = amount.amount();
        return exact.signum() == 0 ? "0" : exact.setScale(2, rounding).toPlainString();
    }

    /// @param room what the tenancy's own limit leaves
    Violation noRoom(LimitRule rule, BigDecimal used, BigDecimal room) {
        var limit = Objects.requireNonNull(tenancy.limits().get(rule));
        var message = "The platform has " + things(rule, used) + "; this tenancy's own limit " + limit.name() + " is "
                + limit.amount().toPlainString() + others(rule, room) + ". " + remedy(rule)
                + " Or ask Oracle for a higher limit.";
        return new Violation(rule, message, used, room, path(rule));
    }

    private String grants(LimitRule rule, BigDecimal used, BigDecimal left) {
        var granted = allowance.limit(rule).orElse(left);
        return "The platform has " + things(rule, used) + "; " + allowance.id() + " grants " + granted.toPlainString()
                + others(rule, left) + ".";
    }

    private String others(LimitRule rule, BigDecimal left) {
        var taken = tenancy.others().amount(rule);
        return taken.signum() == 0
                ? ""
                : ", of which others in the tenancy use " + taken.toPlainString() + " and leave "
                        + left.toPlainString();
    }

    private static String things(LimitRule rule, BigDecimal used) {
        var wording = Wording.of(rule);
        var form = used.compareTo(BigDecimal.ONE) == 0 ? wording.one() : wording.more();
        return form.formatted(used.toPlainString());
    }

    private static String remedy(LimitRule rule) {
        return Wording.of(rule).remedy();
    }

    private static String path(LimitRule rule) {
        return Wording.of(rule).path();
    }

    /// What is said of one rule.
    ///
    /// @param one one of it, with %s for the number
    /// @param more any other number of it
    /// @param remedy what makes it less
    /// @param path where in the spec it is asked for
    private record Wording(String one, String more, String remedy, String path) {
        private static final Map<LimitRule, Wording> OF_WHAT_IS_PLANNED = Map.of(
                LimitRule.A1_INSTANCES,
                new Wording(
                        "%s A1 instance",
                        "%s A1 instances",
                        "Take A1 nodes out of nodes, or give fewer of them more ocpus and memory-gb.",
                        "nodes"),
                LimitRule.A1_OCPUS,
                new Wording("%s A1 OCPU", "%s A1 OCPUs", "Lower ocpus of A1 nodes, or take some out.", "nodes"),
                LimitRule.A1_MEMORY,
                always("%s GB of A1 memory", "Lower memory-gb of A1 nodes, or take some out.", "nodes"),
                LimitRule.MICRO_INSTANCES,
                new Wording(
                        "%s E2.1.Micro instance",
                        "%s E2.1.Micro instances",
                        "Take micro nodes out of nodes; no money buys more of them.",
                        "nodes"),
                LimitRule.BLOCK_STORAGE,
                always(
                        "%s GB of boot volumes",
                        "Lower boot-volume-gb of nodes, to no less than 50, or take nodes out.", "nodes"),
                LimitRule.RESERVED_IPS,
                new Wording(
                        "%s reserved public address",
                        "%s reserved public addresses",
                        "Set public-ip to ephemeral or none on nodes or the ingress.",
                        "nodes"),
                LimitRule.VCNS,
                always("%s " + LimitRule.VCNS.unit(), LESS, "network"),
                LimitRule.OBJECT_STORAGE,
                always(
                        "%s GB of images in object storage",
                        "Use images that are in the tenancy already (images.prebuilt).", "images"),
                LimitRule.LOAD_BALANCERS,
                new Wording("%s load balancer", "%s load balancers", "Set load-balancer to null.", "load-balancer"),
                LimitRule.LOAD_BALANCER_BANDWIDTH,
                always("a load balancer of up to %s Mbps", "Lower load-balancer.max-mbps.", "load-balancer.max-mbps"));

        static Wording of(LimitRule rule) {
            var planned = OF_WHAT_IS_PLANNED.get(rule);
            return planned == null ? always("%s " + rule.unit(), LESS, "nodes") : planned;
        }

        private static Wording always(String form, String remedy, String path) {
            return new Wording(form, form, remedy, path);
        }
    }
}
