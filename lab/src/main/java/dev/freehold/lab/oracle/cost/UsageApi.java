package dev.freehold.lab.oracle.cost;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.oracle.api.Api;
import dev.freehold.lab.oracle.api.Call;
import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.oracle.api.Replies;
import dev.freehold.lab.oracle.api.Routes;
import dev.freehold.lab.oracle.tenancy.Tenancy;
import dev.freehold.lab.wire.Answer.Reply;
import dev.freehold.lab.world.Tx;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/// The Usage API 20200107. Oracle's is hours behind; this one is not.
public final class UsageApi implements Api {
    private static final List<String> DIMENSIONS = List.of(
            "service",
            "skuName",
            "skuPartNumber",
            "unit",
            "compartmentId",
            "compartmentName",
            "region",
            "tenantId",
            "tenantName",
            "currency");

    private final Tenancy tenancy;
    private final Meter meter;

    public UsageApi(Tenancy tenancy, Meter meter) {
        this.tenancy = tenancy;
        this.meter = meter;
    }

    @Override
    public void serve(Routes routes) {
        routes.post("/20200107/usage", this::summarize);
    }

    /// How the answer's rows divide time.
    private enum Granularity {
        HOURLY,
        DAILY,
        MONTHLY,
        TOTAL;

        Instant start(Instant hour, Instant from) {
            return switch (this) {
                case HOURLY -> hour;
                case DAILY -> hour.truncatedTo(ChronoUnit.DAYS);
                case MONTHLY ->
                    hour.atOffset(ZoneOffset.UTC)
                            .withDayOfMonth(1)
                            .truncatedTo(ChronoUnit.DAYS)
                            .toInstant();
                case TOTAL -> from;
            };
        }

        Instant end(Instant start, Instant until) {
            return switch (this) {
                case HOURLY -> start.plus(1, ChronoUnit.HOURS);
                case DAILY -> start.plus(1, ChronoUnit.DAYS);
                case MONTHLY -> start.atOffset(ZoneOffset.UTC).plusMonths(1).toInstant();
                case TOTAL -> until;
            };
        }
    }

    private record Key(Instant start, Map<String, String> group) {}

    private record Sum(BigDecimal quantity, BigDecimal usd) {
        Sum plus(Sum other) {
            return new Sum(quantity.add(other.quantity), usd.add(other.usd));
        }
    }

    private Reply summarize(Call call, Tx tx) {
        if (!call.required("tenantId").equals(tenancy.id())) {
            throw Refusal.notFound("tenancy " + call.required("tenantId"));
        }
        var granularity = granularity(call.required("granularity"));
        var from = midnight("timeUsageStarted", call.required("timeUsageStarted"), granularity);
        var until = midnight("timeUsageEnded", call.required("timeUsageEnded"), granularity);
        if (!from.isBefore(until)) {
            throw Refusal.invalid("timeUsageEnded must be after timeUsageStarted");
        }
        var body = call.json();
        var groupBy =
                body.path("groupBy").valueStream().map(one -> one.asString()).toList();
        var filter = UsageFilter.of(body.path("filter"));
        var names = names(tx);
        var sums = new LinkedHashMap<Key, Sum>();
        for (var hour : meter.hours(tx, from, until)) {
            var row = dimensions(hour, names);
            if (filter.test(row)) {
                var group = new TreeMap<>(row);
                group.keySet().retainAll(groupBy);
                sums.merge(
                        new Key(granularity.start(hour.hour(), from), group),
                        new Sum(hour.quantity(), hour.usd()),
                        Sum::plus);
            }
        }
        var items = sums.entrySet().stream()
                .sorted((one, two) ->
                        one.getKey().start().compareTo(two.getKey().start()))
                .map(entry -> item(entry.getKey(), entry.getValue(), granularity, until))
                .toList();
        var answer = Json.object();
        answer.set("groupBy", Json.strings(groupBy));
        answer.set("items", Json.array(items));
        return Replies.ok(answer);
    }

    private static Granularity granularity(String text) {
        try {
            return Granularity.valueOf(text);
        } catch (IllegalArgumentException no) {
            throw Refusal.invalid("granularity is '" + text + "'; it can be HOURLY, DAILY, MONTHLY or TOTAL");
        }
    }

    private static Instant midnight(String name, String text, Granularity granularity) {
        try {
            var time = OffsetDateTime.parse(text).toInstant();
            var unit = granularity == Granularity.HOURLY ? ChronoUnit.HOURS : ChronoUnit.DAYS;
            if (time.equals(time.truncatedTo(unit))) {
                return time;
            }
        } catch (DateTimeException no) {
            // said below, as for a time that is no whole day
        }
        throw Refusal.invalid(name + " is '" + text + "'; it must be UTC in RFC 3339, with nothing below "
                + (granularity == Granularity.HOURLY ? "the hour" : "the day"));
    }

    private Map<String, String> names(Tx tx) {
        var names = new HashMap<String, String>();
        names.put(tenancy.id(), "lab (root)");
        tx.stream("compartment").forEach(compartment -> names.put(compartment.id(), compartment.text("name")));
        return names;
    }

    private Map<String, String> dimensions(MeteredHour hour, Map<String, String> names) {
        var sku = hour.sku();
        var row = new HashMap<String, String>();
        row.put("service", sku.service());
        row.put("skuName", sku.name());
        row.put("skuPartNumber", sku.part());
        row.put("unit", sku.unit());
        row.put("compartmentId", hour.compartmentId());
        row.put("compartmentName", names.getOrDefault(hour.compartmentId(), ""));
        row.put("region", tenancy.region().name());
        row.put("tenantId", tenancy.id());
        row.put("tenantName", "lab");
        row.put("currency", "USD");
        return row;
    }

    private ObjectNode item(Key key, Sum sum, Granularity granularity, Instant until) {
        var item = Json.object();
        DIMENSIONS.forEach(dimension -> item.put(dimension, key.group().get(dimension)));
        // A row has a currency and a tenancy whatever it is grouped by.
        item.put("tenantId", tenancy.id()).put("tenantName", "lab").put("currency", "USD");
        item.put(
                "computedAmount", sum.usd().setScale(10, RoundingMode.HALF_EVEN).stripTrailingZeros());
        item.put(
                "computedQuantity",
                sum.quantity().setScale(10, RoundingMode.HALF_EVEN).stripTrailingZeros());
        item.put("isForecast", false);
        item.putArray("tags");
        return item.put("timeUsageStarted", Json.time(key.start()))
                .put("timeUsageEnded", Json.time(granularity.end(key.start(), until)));
    }
}
