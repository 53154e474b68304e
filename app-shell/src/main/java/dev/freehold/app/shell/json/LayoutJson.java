package dev.freehold.app.shell.json;

import dev.freehold.domain.address.AddressPlan;
import dev.freehold.domain.blueprint.Blueprint;
import dev.freehold.domain.schedule.Schedule;
import java.time.Duration;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/// The documents of `addresses`, `timeline` and `graph`.
public final class LayoutJson {
    private LayoutJson() {}

    public static void addresses(JsonGenerator json, AddressPlan plan) {
        json.writeStartObject();
        json.writeArrayPropertyStart("hosts");
        for (var host : plan.hosts()) {
            json.writeStartObject();
            json.writeStringProperty("name", host.name());
            JsonPage.text(json, "private", host.privateAddress());
            json.writeStringProperty(
                    "public",
                    switch (host.publicIp()) {
                        case EPHEMERAL -> "ephemeral";
                        case RESERVED -> "reserved";
                        case NONE -> "none";
                    });
            JsonPage.text(json, "tailnet", host.tailnet());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("vms");
        for (var vm : plan.overlay().vms()) {
            json.writeStartObject();
            json.writeStringProperty("name", vm.name());
            JsonPage.text(json, "address", vm.address());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("reserved");
        for (var reserved : plan.reserved()) {
            json.writeStartObject();
            json.writeNumberProperty("number", reserved.number());
            json.writeStringProperty("for", reserved.purpose());
            json.writeEndObject();
        }
        json.writeEndArray();
        ranges(json, plan.ranges());
        inside(json, plan);
        json.writeEndObject();
    }

    private static void ranges(JsonGenerator json, AddressPlan.Ranges ranges) {
        json.writeObjectPropertyStart("ranges");
        JsonPage.text(json, "vcn", ranges.vcn());
        JsonPage.text(json, "subnet", ranges.subnet());
        JsonPage.text(json, "vms", ranges.vms());
        JsonPage.text(json, "pods", ranges.pods());
        JsonPage.text(json, "services", ranges.services());
        JsonPage.text(json, "tailnet", ranges.tailnet());
        json.writeEndObject();
    }

    /// What few programs ask for: the addresses on the VM network that are not a Talos VM's.
    private static void inside(JsonGenerator json, AddressPlan plan) {
        JsonPage.text(json, "ingress", plan.ingress());
        JsonPage.text(json, "gateway", plan.overlay().gateway());
        json.writeArrayPropertyStart("overlayHosts");
        for (var host : plan.overlay().overlayHosts()) {
            json.writeStartObject();
            json.writeStringProperty("name", host.host());
            JsonPage.text(json, "address", host.address());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("containers");
        for (var container : plan.overlay().containers()) {
            json.writeStartObject();
            json.writeStringProperty("name", container.name());
            json.writeStringProperty("host", container.host());
            JsonPage.text(json, "address", container.address());
            JsonPage.text(json, "tailnet", container.tailnet());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    public static void timeline(JsonGenerator json, Schedule schedule, Duration criticalPath) {
        json.writeStartObject();
        json.writeNumberProperty("makespanSeconds", schedule.makespan().toSeconds());
        json.writeNumberProperty("criticalPathSeconds", criticalPath.toSeconds());
        json.writeNumberProperty("sequentialSeconds", schedule.sequential().toSeconds());
        json.writeArrayPropertyStart("items");
        for (var item : schedule.items()) {
            json.writeStartObject();
            json.writeStringProperty("id", item.id().text());
            json.writeStringProperty("phase", item.id().phase().word());
            json.writeNumberProperty("start", item.start().toSeconds());
            json.writeNumberProperty("end", item.end().toSeconds());
            json.writeNumberProperty("slack", item.slack().toSeconds());
            json.writeBooleanProperty("critical", item.critical());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    public static void graph(JsonGenerator json, Blueprint blueprint) {
        json.writeStartObject();
        json.writeArrayPropertyStart("nodes");
        for (var node : blueprint.nodes()) {
            json.writeStartObject();
            json.writeStringProperty("id", node.id().text());
            json.writeStringProperty("phase", node.phase().word());
            json.writeStringProperty("kind", node.kind());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("edges");
        for (var edge : blueprint.edges()) {
            json.writeStartObject();
            json.writeStringProperty("from", edge.from().text());
            json.writeStringProperty("to", edge.to().text());
            json.writeStringProperty(
                    "bond", edge.bond().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
