package dev.freehold.domain.allowance;

import dev.freehold.domain.quantity.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// What a month costs at list price if everything stands through it: what lies above the allowance. Amounts
/// are exact; only showing one rounds it.
///
/// @param items what has a price and is used, in the order of the rules
public record Forecast(Usd usdPerMonth, List<Item> items) {
    /// Oracle bills a month as 31 days.
    public static final BigDecimal HOURS_OF_A_MONTH = BigDecimal.valueOf(744);

    public Forecast {
        items = List.copyOf(items);
    }

    /// @param quantity a month's use, of which `free` are not billed
    /// @param free what the allowance gives, used or not
    /// @param billed what lies above
    /// @param price the list price of one unit, its part number and source
    public record Item(
            String what,
            BigDecimal quantity,
            String unit,
            BigDecimal free,
            BigDecimal billed,
            Usd usdPerMonth,
            Price price) {}

    public static Forecast of(Usage usage, Allowance allowance) {
        var items = new ArrayList<Item>();
        var sum = Usd.ZERO;
        for (var line : Line.values()) {
            var quantity = line.aMonth(usage.amount(line.used));
            if (quantity.signum() > 0) {
                var item = line.item(quantity, allowance);
                items.add(item);
                sum = sum.plus(item.usdPerMonth());
            }
        }
        return new Forecast(sum, items);
    }

    /// `amount` in whole cents as people see it: rounded up, so that a cost never shows as none.
    public static BigDecimal inCents(Usd amount) {
        return amount.amount().setScale(2, RoundingMode.CEILING);
    }

    /// What is billed by what: the rule that says what is used, the one that says what of it is free.
    private enum Line {
        OCPU("A1 OCPUs", LimitRule.A1_OCPUS, LimitRule.A1_OCPU_HOURS, "OCPU-hours", true, Price.A1_OCPU_HOUR),
        MEMORY("A1 memory", LimitRule.A1_MEMORY, LimitRule.A1_MEMORY_HOURS, "GB-hours", true, Price.A1_GB_HOUR),
        BLOCK(
                "boot volumes",
                LimitRule.BLOCK_STORAGE,
                LimitRule.BLOCK_STORAGE,
                "GB-months",
                false,
                Price.BLOCK_GB_MONTH),
        OBJECT(
                "object storage",
                LimitRule.OBJECT_STORAGE,
                LimitRule.OBJECT_STORAGE,
                "GB-months",
                false,
                Price.OBJECT_GB_MONTH),
        BALANCER(
                "load balancers",
                LimitRule.LOAD_BALANCERS,
                LimitRule.LOAD_BALANCERS,
                "hours",
                true,
                Price.LOAD_BALANCER_HOUR),
        BANDWIDTH(
                "load balancer bandwidth",
                LimitRule.LOAD_BALANCER_BANDWIDTH,
                LimitRule.LOAD_BALANCER_BANDWIDTH,
                "Mbps-hours",
                true,
                Price.LOAD_BALANCER_MBPS_HOUR);

        private final String what;
        private final LimitRule used;
        private final LimitRule free;
        private final String unit;
        private final boolean hourly;
        private final Price price;

        Line(String what, LimitRule used, LimitRule free, String unit, boolean hourly, Price price) {
            this.what = what;
            this.used = used;
            this.free = free;
            this.unit = unit;
            this.hourly = hourly;
            this.price = price;
        }

        private BigDecimal aMonth(BigDecimal standing) {
            return hourly ? standing.multiply(HOURS_OF_A_MONTH) : standing;
        }

        private Item item(BigDecimal quantity, Allowance allowance) {
            var granted = allowance.limit(free).orElse(BigDecimal.ZERO);
            var aMonth = free.scope() == LimitRule.Scope.OF_A_MONTH ? granted : aMonth(granted);
            var billed = quantity.subtract(aMonth).max(BigDecimal.ZERO);
            return new Item(what, quantity, unit, aMonth, billed, new Usd(billed.multiply(price.usd())), price);
        }
    }
}
