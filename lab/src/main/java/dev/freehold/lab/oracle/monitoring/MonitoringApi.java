package dev.freehold.lab.oracle.monitoring;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.oracle.api.Api;
import dev.freehold.lab.oracle.api.Call;
import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.oracle.api.Replies;
import dev.freehold.lab.oracle.api.Routes;
import dev.freehold.lab.wire.Answer.Reply;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Tx;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The Monitoring API 20180401, for the metrics of instances and of their network interfaces.
public final class MonitoringApi implements Api {
    private static final String METRICS = "/20180401/metrics/actions";
    private static final String AGENT = "oci_computeagent";
    private static final String NETWORK = "oci_vcn";
    private static final Map<String, List<String>> NAMES = Map.of(
            AGENT, List.of("CpuUtilization", "MemoryUtilization", "NetworksBytesIn", "NetworksBytesOut"),
            NETWORK, List.of("VnicFromNetworkBytes", "VnicToNetworkBytes"));
    private static final int MOST_POINTS = 10_000;

    @Override
    public void serve(Routes routes) {
        routes.post(METRICS + "/summarizeMetricsData", this::summarize);
        routes.post(METRICS + "/listMetrics", this::list);
    }

    /// What is measured, and the instance whose load decides.
    private record Subject(String id, String name, Resource instance) {}

    private Reply summarize(Call call, Tx tx) {
        var compartment = call.requiredQuery("compartmentId");
        var namespace = call.required("namespace");
        var query = MetricQuery.parse(call.required("query"));
        var until = call.optional("endTime").map(MonitoringApi::time).orElse(tx.now());
        // Oracle's default is the last three hours.
        var from = call.optional("startTime").map(MonitoringApi::time).orElse(until.minus(Duration.ofHours(3)));
        if (!from.isBefore(until)) {
            throw Refusal.invalid("startTime must be before endTime");
        }
        if (Duration.between(from, until).dividedBy(query.interval()) > MOST_POINTS) {
            throw Refusal.invalid("That is more than " + MOST_POINTS + " points; take a longer interval");
        }
        var answer = Json.array();
        for (var subject : subjects(tx, namespace, compartment)) {
            if (isAsked(subject, query)) {
                stream(subject, namespace, query, from, min(until, tx.now())).ifPresent(answer::add);
            }
        }
        return Replies.ok(answer);
    }

    private static boolean isAsked(Subject subject, MetricQuery query) {
        return query.dimensions().entrySet().stream()
                .allMatch(dimension ->
                        dimension.getValue().equals(dimensions(subject).get(dimension.getKey())));
    }

    private static Map<String, String> dimensions(Subject subject) {
        return Map.of(
                "resourceId", subject.id(),
                "resourceDisplayName", subject.name(),
                "availabilityDomain", subject.instance().text("availabilityDomain"),
                "shape", subject.instance().text("shape"));
    }

    private static List<Subject> subjects(Tx tx, String namespace, String compartment) {
        var running = tx.stream("instance")
                .filter(instance -> instance.compartmentId().equals(compartment) && instance.isIn("RUNNING"))
                .toList();
        if (namespace.equals(AGENT)) {
            return running.stream()
                    .map(instance -> new Subject(instance.id(), instance.text("displayName"), instance))
                    .toList();
        }
        if (!namespace.equals(NETWORK)) {
            return List.of();
        }
        var found = new ArrayList<Subject>();
        for (var instance : running) {
            tx.stream("vnicattachment")
                    .filter(attachment -> attachment.has("instanceId", instance.id()))
                    .map(attachment -> attachment.text("vnicId"))
                    .forEach(vnic -> found.add(new Subject(vnic, instance.text("displayName"), instance)));
        }
        return found;
    }

    private static Optional<ObjectNode> stream(
            Subject subject, String namespace, MetricQuery query, Instant from, Instant until) {
        if (!NAMES.getOrDefault(namespace, List.of()).contains(query.metric())) {
            return Optional.empty();
        }
        var load = InstanceLoad.of(subject.instance());
        var points = Json.array();
        // Before it was launched there was nothing to measure.
        var start = aligned(max(from, subject.instance().timeCreated()), query.interval());
        for (; start.isBefore(until); start = start.plus(query.interval())) {
            var at = start;
            load.value(subject.id(), query, at)
                    .ifPresent(value -> points.addObject()
                            .put("timestamp", Json.time(at.plus(query.interval())))
                            .put("value", value));
        }
        return points.isEmpty() ? Optional.empty() : Optional.of(shown(subject, namespace, query, points));
    }

    private static ObjectNode shown(Subject subject, String namespace, MetricQuery query, ArrayNode points) {
        var shown = Json.object()
                .put("namespace", namespace)
                .put("compartmentId", subject.instance().compartmentId())
                .put("name", query.metric())
                .put("resolution", query.interval().toMinutes() + "m");
        var named = shown.putObject("dimensions");
        dimensions(subject).forEach(named::put);
        shown.putObject("metadata");
        shown.set("aggregatedDatapoints", points);
        return shown;
    }

    private Reply list(Call call, Tx tx) {
        var compartment = call.requiredQuery("compartmentId");
        var wanted = call.optional("namespace");
        var metrics = new ArrayList<ObjectNode>();
        NAMES.forEach((namespace, names) -> {
            if (wanted.filter(one -> !one.equals(namespace)).isEmpty()) {
                for (var subject : subjects(tx, namespace, compartment)) {
                    for (var name : names) {
                        var shown = Json.object()
                                .put("namespace", namespace)
                                .put("name", name)
                                .put("compartmentId", compartment);
                        var named = shown.putObject("dimensions");
                        dimensions(subject).forEach(named::put);
                        metrics.add(shown);
                    }
                }
            }
        });
        return Replies.page(call, metrics);
    }

    private static Instant aligned(Instant time, Duration interval) {
        long step = interval.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), step) * step);
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException no) {
            throw Refusal.invalid("'" + text + "' is no time as RFC 3339 writes it");
        }
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant max(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
