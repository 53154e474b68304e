package dev.freehold.adapters.sim.probe;

import dev.freehold.adapters.sim.tenancy.TenancyLimit;
import dev.freehold.adapters.sim.world.SimWorld;
import dev.freehold.domain.quantity.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// What Oracle would bill a month of what stands, by its price list of 1 October 2026. A list of its own:
/// with the planner's a wrong price would pass the plan and the bill alike.
public enum ListPrice {
    A1_OCPU_HOURS("Compute OCPU", TenancyLimit.A1_CORES, ListPrice.MONTH, "0.01"),
    A1_GIGABYTE_HOURS("Compute memory", TenancyLimit.A1_MEMORY, ListPrice.MONTH, "0.0015"),
    /// Balanced: the gigabyte, and ten performance units of it.
    BLOCK_GIGABYTES("Block Storage", TenancyLimit.STORAGE_GIGABYTES, 1, "0.0425"),
    OBJECT_GIGABYTES("Object Storage", TenancyLimit.OBJECT_BYTES, 1, "0.0255"),
    LOAD_BALANCER_HOURS("Load Balancer", TenancyLimit.LOAD_BALANCERS, ListPrice.MONTH, "0.0113"),
    LOAD_BALANCER_MBPS_HOURS(
            "Load Balancer bandwidth", TenancyLimit.LOAD_BALANCER_BANDWIDTH, ListPrice.MONTH, "0.0001");

    /// Its hours, as Oracle bills it: 31 days.
    private static final long MONTH = 744;

    private static final BigDecimal GIBIBYTE = BigDecimal.valueOf(1L << 30);

    private final String service;
    private final TenancyLimit counted;
    private final long times;
    private final BigDecimal usd;

    ListPrice(String service, TenancyLimit counted, long times, String usd) {
        this.service = service;
        this.counted = counted;
        this.times = times;
        this.usd = new BigDecimal(usd);
    }

    /// USD for one unit.
    public BigDecimal usd() {
        return usd;
    }

    /// The line's words on the bill.
    public String service() {
        return service;
    }

    /// What it is reckoned by.
    public TenancyLimit counted() {
        return counted;
    }

    /// What a whole month of what stands in `world` would cost, above what is free.
    ///
    /// @param allowance the name of the free allowance that the bill is reckoned by
    public Usd aMonth(SimWorld world, String allowance) {
        return aMonth(world.used(counted), allowance);
    }

    /// What a whole month of `used` of [#counted] would cost, above what is free.
    public Usd aMonth(long used, String allowance) {
        var standing = BigDecimal.valueOf(used);
        var units = this == OBJECT_GIGABYTES ? standing.divide(GIBIBYTE, 6, RoundingMode.CEILING) : standing;
        var billed = units.multiply(BigDecimal.valueOf(times))
                .subtract(BigDecimal.valueOf(free(allowance)))
                .max(BigDecimal.ZERO);
        return new Usd(billed.multiply(usd));
    }

    /// Units that cost nothing in a month.
    public long free(String allowance) {
        boolean halved = allowance.equals("always-free-2026-06");
        return switch (this) {
            case A1_OCPU_HOURS -> halved ? 1_500 : 3_000;
            case A1_GIGABYTE_HOURS -> halved ? 9_000 : 18_000;
            case BLOCK_GIGABYTES -> 200;
            // Who pays has 10 GB of each of three tiers instead; images are in the first.
            case OBJECT_GIGABYTES -> allowance.startsWith("payg") ? 10 : 20;
            case LOAD_BALANCER_HOURS -> MONTH;
            case LOAD_BALANCER_MBPS_HOURS -> 10 * MONTH;
        };
    }
}
