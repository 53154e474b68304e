package dev.freehold.domain.allowance;

import dev.freehold.domain.quantity.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/// How what lies above an allowance reads: what there is, what is granted, what it costs, what to do.
///
/// @param accept what the spec accepts a month
/// @param month what a month would cost
/// @param tenancy where it is to stand
record LimitWords(Allowance allowance, Usd accept, Usd month, TenancyFacts tenancy) {

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
        var count = used.toPlainString();
        boolean one = used.compareTo(BigDecimal.ONE) == 0;
        return switch (rule) {
            case A1_INSTANCES -> count + " A1 instance" + (one ? "" : "s");
            case A1_OCPUS -> count + " A1 OCPU" + (one ? "" : "s");
            case A1_MEMORY -> count + " GB of A1 memory";
            case MICRO_INSTANCES -> count + " E2.1.Micro instance" + (one ? "" : "s");
            case BLOCK_STORAGE -> count + " GB of boot volumes";
            case RESERVED_IPS -> count + " reserved public address" + (one ? "" : "es");
            case OBJECT_STORAGE -> count + " GB of images in object storage";
            case LOAD_BALANCERS -> count + " load balancer" + (one ? "" : "s");
            case LOAD_BALANCER_BANDWIDTH -> "a load balancer of up to " + count + " Mbps";
            case VCNS,
                    OCPU_INTEGER,
                    BOOT_VOLUME_MINIMUM,
                    A1_OCPU_HOURS,
                    A1_MEMORY_HOURS,
                    BACKUPS,
                    OBJECT_REQUESTS,
                    NETWORK_LOAD_BALANCERS,
                    EGRESS,
                    MONITORING_INGESTION,
                    MONITORING_RETRIEVAL,
                    NOTIFICATIONS_HTTPS,
                    NOTIFICATIONS_MAIL,
                    EMAIL_DELIVERY -> count + " " + rule.unit();
        };
    }

    private static String remedy(LimitRule rule) {
        return switch (rule) {
            case A1_INSTANCES -> "Take A1 nodes out of nodes, or give fewer of them more ocpus and memory-gb.";
            case A1_OCPUS -> "Lower ocpus of A1 nodes, or take some out.";
            case A1_MEMORY -> "Lower memory-gb of A1 nodes, or take some out.";
            case MICRO_INSTANCES -> "Take micro nodes out of nodes; no money buys more of them.";
            case BLOCK_STORAGE -> "Lower boot-volume-gb of nodes, to no less than 50, or take nodes out.";
            case RESERVED_IPS -> "Set public-ip to ephemeral or none on nodes or the ingress.";
            case OBJECT_STORAGE -> "Use images that are in the tenancy already (images.prebuilt).";
            case LOAD_BALANCERS -> "Set load-balancer to null.";
            case LOAD_BALANCER_BANDWIDTH -> "Lower load-balancer.max-mbps.";
            case VCNS,
                    OCPU_INTEGER,
                    BOOT_VOLUME_MINIMUM,
                    A1_OCPU_HOURS,
                    A1_MEMORY_HOURS,
                    BACKUPS,
                    OBJECT_REQUESTS,
                    NETWORK_LOAD_BALANCERS,
                    EGRESS,
                    MONITORING_INGESTION,
                    MONITORING_RETRIEVAL,
                    NOTIFICATIONS_HTTPS,
                    NOTIFICATIONS_MAIL,
                    EMAIL_DELIVERY -> "Plan less of it.";
        };
    }

    private static String path(LimitRule rule) {
        return switch (rule) {
            case VCNS -> "network";
            case OBJECT_STORAGE -> "images";
            case LOAD_BALANCERS -> "load-balancer";
            case LOAD_BALANCER_BANDWIDTH -> "load-balancer.max-mbps";
            case A1_INSTANCES,
                    A1_OCPUS,
                    A1_MEMORY,
                    MICRO_INSTANCES,
                    BLOCK_STORAGE,
                    RESERVED_IPS,
                    OCPU_INTEGER,
                    BOOT_VOLUME_MINIMUM,
                    A1_OCPU_HOURS,
                    A1_MEMORY_HOURS,
                    BACKUPS,
                    OBJECT_REQUESTS,
                    NETWORK_LOAD_BALANCERS,
                    EGRESS,
                    MONITORING_INGESTION,
                    MONITORING_RETRIEVAL,
                    NOTIFICATIONS_HTTPS,
                    NOTIFICATIONS_MAIL,
                    EMAIL_DELIVERY -> "nodes";
        };
    }
}
