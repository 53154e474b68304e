package dev.freehold.lab.oracle.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/// One line of Oracle's price list, and how much of it is free at any instant.
///
/// @param part the part number
/// @param unit as the Usage API names it
/// @param price USD for one unit
/// @param limit the name of the limit whose use is priced
/// @param perUse units for each of what that limit counts, standing for one hour
/// @param free how much of what the limit counts costs nothing
public record Sku(
        String part,
        String service,
        String name,
        String unit,
        BigDecimal price,
        String limit,
        BigDecimal perUse,
        BigDecimal free) {
    private static final String COMPUTE = "Compute";
    private static final String BLOCK = "Block Storage";
    private static final String BALANCER = "Load Balancer";

    /// A month is 744 hours, as Oracle's price list counts it. Twelve digits are more than a cent's worth.
    private static final BigDecimal PER_MONTH =
            BigDecimal.ONE.divide(BigDecimal.valueOf(744), 15, RoundingMode.HALF_EVEN);

    private static final BigDecimal GIB = BigDecimal.valueOf(1L << 30);
    private static final BigDecimal BALANCED_VPUS = BigDecimal.TEN;

    /// USD prices of Oracle's price list of 1 October 2026; those of object storage's and the balancer's parts
    /// are second-hand.
    ///
    /// @param allowance decides what is free: the Always Free page until 14 June 2026, since then, and for who
    /// pays the price list
    public static List<Sku> of(String allowance) {
        boolean halved = allowance.equals("always-free-2026-06");
        boolean pays = allowance.startsWith("payg");
        return Stream.of(
                        halved ? arm(2, 12) : arm(4, 24), blockStorage(), objectStorage(pays ? 10 : 20), loadBalancer())
                .flatMap(List::stream)
                .toList();
    }

    /// @param ocpus free of charge
    /// @param gb free of charge
    private static List<Sku> arm(int ocpus, int gb) {
        return List.of(
                new Sku(
                        "B93297",
                        COMPUTE,
                        "Compute - Standard - A1 - OCPU",
                        "OCPU HOURS",
                        usd("0.01"),
                        "standard-a1-core-regional-count",
                        BigDecimal.ONE,
                        BigDecimal.valueOf(ocpus)),
                new Sku(
                        "B93298",
                        COMPUTE,
                        "Compute - Standard - A1 - Memory",
                        "GB HOURS",
                        usd("0.0015"),
                        "standard-a1-memory-regional-count",
                        BigDecimal.ONE,
                        BigDecimal.valueOf(gb)));
    }

    private static List<Sku> blockStorage() {
        return List.of(
                new Sku(
                        "B91961",
                        BLOCK,
                        "Block Volume - Storage",
                        "GB MONTHS",
                        usd("0.0255"),
                        "total-storage-gb",
                        PER_MONTH,
                        BigDecimal.valueOf(200)),
                new Sku(
                        "B91962",
                        BLOCK,
                        "Block Volume - Performance Units",
                        "VPU GB MONTHS",
                        usd("0.0017"),
                        "total-storage-gb",
                        PER_MONTH.multiply(BALANCED_VPUS),
                        BigDecimal.valueOf(200)));
    }

    /// @param gib free of charge
    private static List<Sku> objectStorage(int gib) {
        return List.of(new Sku(
                "B91628",
                "Object Storage",
                "Object Storage - Storage",
                "GB MONTHS",
                usd("0.0255"),
                "storage-bytes",
                PER_MONTH.divide(GIB, 30, RoundingMode.HALF_EVEN),
                GIB.multiply(BigDecimal.valueOf(gib))));
    }

    private static List<Sku> loadBalancer() {
        return List.of(
                new Sku(
                        "B93030",
                        BALANCER,
                        "Load Balancer Base",
                        "LOAD BALANCER HOURS",
                        usd("0.0113"),
                        "lb-flexible-count",
                        BigDecimal.ONE,
                        BigDecimal.ONE),
                new Sku(
                        "B93031",
                        BALANCER,
                        "Load Balancer Bandwidth",
                        "MBPS HOURS",
                        usd("0.0001"),
                        "lb-flexible-bandwidth-sum",
                        BigDecimal.ONE,
                        BigDecimal.TEN));
    }

    /// The member of an A1 instance's `shapeConfig` that costs nothing while the instance is stopped; empty
    /// where stopping saves nothing.
    String rests() {
        return switch (part) {
            case "B93297" -> "ocpus";
            case "B93298" -> "memoryInGBs";
            default -> "";
        };
    }

    private static BigDecimal usd(String amount) {
        return new BigDecimal(amount);
    }
}
