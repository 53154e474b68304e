package dev.freehold.domain.allowance;

import static dev.freehold.domain.allowance.LimitRule.*;

import dev.freehold.domain.allowance.Allowance.Tenancy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The catalogue of allowances, by the dates between which they held.
public final class Allowances {
    private static final String OLD_PAGE = "Oracle, Always Free Resources, as archived on 5 June 2026";
    private static final String NEW_PAGE = "Oracle, Always Free Resources, as archived on 12 June 2026";
    private static final String PRICE_LIST = "Oracle, price list of 1 October 2026";
    private static final String FREE_LIMITS = "Oracle, service limits of a free tenancy";
    private static final String PAYING_LIMITS = "Oracle, service limits of a paying tenancy";

    /// Until 14 June 2026: 4 OCPUs and 24 GB of A1. Oracle announced A1 on 25 May 2021.
    public static final Allowance ALWAYS_FREE_2021 = Allowance.of(
            "always-free-2021",
            Tenancy.FREE,
            LocalDate.of(2021, 5, 25),
            LocalDate.of(2026, 6, 14),
            null,
            joined(
                    List.of(
                            limit(A1_INSTANCES, "4", OLD_PAGE),
                            limit(A1_OCPUS, "4", OLD_PAGE),
                            limit(A1_MEMORY, "24", OLD_PAGE),
                            limit(A1_OCPU_HOURS, "3000", OLD_PAGE),
                            limit(A1_MEMORY_HOURS, "18000", OLD_PAGE)),
                    freeTenancy(OLD_PAGE)));

    /// Since 15 June 2026: half of it, on at most two instances.
    public static final Allowance ALWAYS_FREE_2026_06 = Allowance.of(
            "always-free-2026-06",
            Tenancy.FREE,
            LocalDate.of(2026, 6, 15),
            null,
            null,
            joined(
                    List.of(
                            limit(A1_INSTANCES, "2", NEW_PAGE),
                            limit(A1_OCPUS, "2", NEW_PAGE),
                            limit(A1_MEMORY, "12", NEW_PAGE),
                            limit(A1_OCPU_HOURS, "1500", NEW_PAGE),
                            limit(A1_MEMORY_HOURS, "9000", NEW_PAGE)),
                    freeTenancy(NEW_PAGE)));

    /// What the price list still grants tenancies that pay. A count of instances is nowhere in it.
    public static final Allowance PAYG_2026_10 = Allowance.of(
            "payg-2026-10",
            Tenancy.PAYING,
            LocalDate.of(2026, 10, 1),
            null,
            "Oracle contradicts itself on payg-2026-10: its price list of 1 October 2026 still grants paying"
                    + " tenancies 3,000 OCPU-hours and 18,000 GB-hours a month, its Always Free page grants every"
                    + " tenancy 1,500 and 9,000. If the page is right, 4 OCPUs and 24 GB cost about USD 28 a month.",
            joined(
                    List.of(
                            limit(A1_OCPUS, "4", PRICE_LIST + ": whole OCPUs in 3,000 of 744-hour months"),
                            limit(A1_MEMORY, "24", PRICE_LIST + ": whole GB in 18,000 of 744-hour months"),
                            limit(A1_OCPU_HOURS, "3000", PRICE_LIST + ", B93297"),
                            limit(A1_MEMORY_HOURS, "18000", PRICE_LIST + ", B93298"),
                            limit(OBJECT_STORAGE, "10", NEW_PAGE + ": Standard, beside 10 of each colder tier"),
                            limit(RESERVED_IPS, "50", PAYING_LIMITS + ": reserved-public-ip-count"),
                            limit(VCNS, "2", NEW_PAGE + ": paying tenancies get more, how many is not published")),
                    everyTenancy(NEW_PAGE)));

    private static final List<Allowance> ALL = List.of(ALWAYS_FREE_2021, ALWAYS_FREE_2026_06, PAYG_2026_10);

    private Allowances() {}

    private static List<Limit> freeTenancy(String page) {
        return joined(
                List.of(
                        limit(OBJECT_STORAGE, "20", page + ": over all tiers"),
                        limit(RESERVED_IPS, "2", FREE_LIMITS + ": reserved-public-ip-count; once 1 was seen"),
                        limit(VCNS, "2", page)),
                everyTenancy(page));
    }

    private static List<Limit> everyTenancy(String page) {
        return List.of(
                limit(MICRO_INSTANCES, "2", page + ": in one availability domain of the home region"),
                limit(BLOCK_STORAGE, "200", page + ": boot and block volumes together"),
                limit(BOOT_VOLUME_MINIMUM, "50", "Oracle's API, seen in July 2026; its pages say 47 in one place"),
                limit(LOAD_BALANCERS, "1", page),
                limit(LOAD_BALANCER_BANDWIDTH, "10", page),
                limit(BACKUPS, "5", page),
                limit(OBJECT_REQUESTS, "50000", page),
                limit(NETWORK_LOAD_BALANCERS, "1", page),
                limit(EGRESS, "10", page),
                limit(MONITORING_INGESTION, "500", page),
                limit(MONITORING_RETRIEVAL, "1000", page),
                limit(NOTIFICATIONS_HTTPS, "1000000", page),
                limit(NOTIFICATIONS_MAIL, "1000", page),
                limit(EMAIL_DELIVERY, "3000", page));
    }

    private static Limit limit(LimitRule rule, String amount, String source) {
        return new Limit(rule, new BigDecimal(amount), source);
    }

    private static List<Limit> joined(List<Limit> own, List<Limit> shared) {
        return Stream.concat(own.stream(), shared.stream()).toList();
    }

    /// Every allowance, oldest first.
    public static List<Allowance> all() {
        return ALL;
    }

    public static List<String> ids() {
        return ALL.stream().map(Allowance::id).toList();
    }

    public static Optional<Allowance> byId(String id) {
        return ALL.stream().filter(allowance -> allowance.id().equals(id)).findFirst();
    }

    /// What came in place of `old` for the same tenancies; empty for what still holds.
    public static Optional<Allowance> successorOf(Allowance old) {
        return ALL.stream()
                .filter(allowance -> allowance.tenancy() == old.tenancy())
                .filter(allowance -> allowance.from().isAfter(old.from()))
                .reduce((_, newer) -> newer);
    }

    public static boolean isSuperseded(Allowance allowance) {
        return successorOf(allowance).isPresent();
    }

    /// What whoever plans on `allowance` is told, one sentence or a few each; usually nothing.
    public static List<String> remarksOn(Allowance allowance) {
        var remarks = new ArrayList<String>();
        successorOf(allowance)
                .ifPresent(newer -> remarks.add("The allowance " + allowance.id() + " held until " + allowance.until()
                        + "; since " + newer.from() + " Oracle grants only " + newer.id() + "."));
        if (allowance.remark() != null) {
            remarks.add(allowance.remark());
        }
        return List.copyOf(remarks);
    }
}
