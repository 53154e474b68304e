package dev.freehold.domain.allowance;

import java.math.BigDecimal;

/// List prices in USD of what a blueprint can use, with Oracle's part numbers.
public enum Price {
    A1_OCPU_HOUR("B93297", "0.01", Price.LIST),
    A1_GB_HOUR("B93298", "0.0015", Price.LIST),
    /// Balanced: 0.0255 for the gigabyte and 10 performance units of 0.0017.
    BLOCK_GB_MONTH("B91961 + 10 B91962", "0.0425", Price.LIST),
    OBJECT_GB_MONTH("B91628", "0.0255", Price.LIST),
    LOAD_BALANCER_HOUR("B93030", "0.0113", Price.SECOND_HAND),
    LOAD_BALANCER_MBPS_HOUR("B93031", "0.0001", Price.SECOND_HAND);

    private static final String LIST = "Oracle, price list of 1 October 2026";
    private static final String SECOND_HAND = "cost estimators' copies of Oracle's price list";

    private final String part;
    private final BigDecimal usd;
    private final String source;

    Price(String part, String usd, String source) {
        this.part = part;
        this.usd = new BigDecimal(usd);
        this.source = source;
    }

    /// Oracle's part number.
    public String part() {
        return part;
    }

    /// For one of the unit that the name ends in.
    public BigDecimal usd() {
        return usd;
    }

    public String source() {
        return source;
    }
}
