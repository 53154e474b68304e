package dev.freehold.lab.oracle.cost;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.oracle.limit.Gauge.Use;
import dev.freehold.lab.oracle.limit.Limits;
import dev.freehold.lab.wire.Interceptor;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Tx;
import dev.freehold.lab.world.World;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The meter of what stands: it adds up, hour by hour of lab time, and prices what of it stands above the free
/// amounts.
///
/// What stands between two changes is what stood before the second: so every change is preceded by a reading.
/// States that are reached in between by themselves count as if they had been reached at the reading.
public final class Meter {
    /// A record for each day, line of the price list and compartment: its hours, and what they cost.
    private static final String KIND = "usage";
    private static final String CLOCK = "usage/read-until";
    private static final BigDecimal NANOS_PER_HOUR =
            BigDecimal.valueOf(Duration.ofHours(1).toNanos());
    private static final MathContext DIGITS = MathContext.DECIMAL64;

    private final List<Sku> skus;
    private final Limits limits;

    public Meter(String allowance, Limits limits) {
        this.skus = Sku.of(allowance);
        this.limits = limits;
    }

    /// Reads the meter before whatever may change something.
    public Interceptor beforeChanges(World world) {
        return (request, rest) -> {
            if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
                world.change(tx -> {
                    read(tx);
                    return tx.now();
                });
            }
            return rest.apply(request);
        };
    }

    /// Accounts for the time since the last reading.
    void read(Tx tx) {
        var last = tx.find(CLOCK);
        var from = last.map(clock -> Instant.parse(clock.text("_until"))).orElse(tx.now());
        // Whole seconds: a client's burst of calls is one reading.
        if (last.isPresent() && Duration.between(from, tx.now()).toSeconds() < 1) {
            return;
        }
        for (var sku : skus) {
            account(tx, sku, from, tx.now());
        }
        var until = tx.now().toString();
        last.ifPresentOrElse(
                clock -> tx.put(clock.with("_until", until)),
                () -> tx.create(CLOCK, CLOCK, "", "", Json.object().put("_until", until)));
    }

    private void account(Tx tx, Sku sku, Instant from, Instant until) {
        Map<String, BigDecimal> standing = billed(tx, sku)
                .collect(Collectors.groupingBy(
                        Use::compartmentId,
                        TreeMap::new,
                        Collectors.reducing(
                                BigDecimal.ZERO, use -> BigDecimal.valueOf(use.amount()), BigDecimal::add)));
        var total = standing.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.signum() == 0) {
            return;
        }
        // What is free belongs to the tenancy: each compartment pays its share of what is above.
        var paid = total.subtract(sku.free()).max(BigDecimal.ZERO).divide(total, DIGITS);
        standing.forEach((compartment, amount) -> {
            if (amount.signum() > 0) {
                add(tx, sku, compartment, from, until, amount, paid);
            }
        });
    }

    private Stream<Use> billed(Tx tx, Sku sku) {
        var standing = limits.uses(tx, sku.limit());
        return sku.rests().isEmpty() ? standing : Stream.concat(standing, stopped(tx, sku.rests()));
    }

    /// Limits go on counting an A1 instance that the API has stopped; the bill does not.
    private static Stream<Use> stopped(Tx tx, String member) {
        return tx.stream("instance")
                .filter(instance -> instance.isIn("STOPPED") && instance.has("shape", "VM.Standard.A1.Flex"))
                .map(instance -> new Use(
                        instance.compartmentId(),
                        "",
                        -instance.get("shapeConfig").path(member).asLong(0)));
    }

    private static void add(
            Tx tx, Sku sku, String compartment, Instant from, Instant until, BigDecimal amount, BigDecimal paid) {
        for (var start = from; start.isBefore(until); ) {
            var day = start.truncatedTo(ChronoUnit.DAYS);
            var end = min(until, day.plus(1, ChronoUnit.DAYS));
            addDay(tx, sku, compartment, start, end, amount, paid);
            start = end;
        }
    }

    private static void addDay(
            Tx tx, Sku sku, String compartment, Instant from, Instant until, BigDecimal amount, BigDecimal paid) {
        var day = from.truncatedTo(ChronoUnit.DAYS);
        var id = "usage/" + day.toString().substring(0, 10) + '/' + sku.part() + '/' + compartment;
        var record = tx.find(id).orElseGet(() -> tx.create(id, KIND, "", "", fresh(sku, compartment, day)));
        tx.put(record.with(attributes -> {
            for (var start = from; start.isBefore(until); ) {
                var hour = start.truncatedTo(ChronoUnit.HOURS);
                var end = min(until, hour.plus(1, ChronoUnit.HOURS));
                var share = BigDecimal.valueOf(Duration.between(start, end).toNanos())
                        .divide(NANOS_PER_HOUR, DIGITS);
                var quantity = amount.multiply(sku.perUse()).multiply(share, DIGITS);
                var key = hour.toString();
                increase(attributes.withObject("_quantities"), key, quantity);
                increase(
                        attributes.withObject("_usd"),
                        key,
                        quantity.multiply(paid).multiply(sku.price(), DIGITS));
                start = end;
            }
        }));
    }

    /// In no compartment: a compartment with nothing but its history in it is empty.
    private static ObjectNode fresh(Sku sku, String compartment, Instant day) {
        return Json.object()
                .put("_part", sku.part())
                .put("_compartment", compartment)
                .put("_day", day.toString());
    }

    private static void increase(ObjectNode hours, String hour, BigDecimal more) {
        hours.put(hour, number(hours.path(hour)).add(more, DIGITS).toPlainString());
    }

    private static BigDecimal number(JsonNode text) {
        return text.isString() ? new BigDecimal(text.stringValue()) : BigDecimal.ZERO;
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /// Each hour that began from `from` on and before `until`, up to now.
    List<MeteredHour> hours(Tx tx, Instant from, Instant until) {
        read(tx);
        var found = new ArrayList<MeteredHour>();
        for (var record : tx.all(KIND)) {
            var day = Instant.parse(record.text("_day"));
            if (day.isBefore(until) && day.plus(1, ChronoUnit.DAYS).isAfter(from)) {
                hours(record)
                        .filter(hour ->
                                !hour.hour().isBefore(from) && hour.hour().isBefore(until))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private Stream<MeteredHour> hours(Resource record) {
        var sku = skus.stream()
                .filter(line -> line.part().equals(record.text("_part")))
                .findFirst();
        return sku.stream()
                .flatMap(line -> record.get("_quantities").properties().stream()
                        .map(hour -> new MeteredHour(
                                Instant.parse(hour.getKey()),
                                line,
                                record.text("_compartment"),
                                number(hour.getValue()),
                                number(record.get("_usd").path(hour.getKey())))));
    }
}
