package dev.freehold.app.shell.json;

import dev.freehold.engine.rehearse.RehearseDeployments.Rehearsal;
import dev.freehold.validation.ValidationReport;
import tools.jackson.core.JsonGenerator;

/// The documents of `validate` and `rehearse`.
public final class CheckJson {
    private CheckJson() {}

    public static void validate(JsonGenerator json, ValidationReport report) {
        json.writeStartObject();
        json.writeStringProperty("result", report.result().word());
        json.writeArrayPropertyStart("checks");
        for (var check : report.checks()) {
            json.writeStartObject();
            json.writeStringProperty("check", check.check().word());
            json.writeStringProperty("result", check.result().word());
            json.writeArrayPropertyStart("findings");
            for (var finding : check.findings()) {
                json.writeStartObject();
                json.writeStringProperty("what", finding.what());
                json.writeStringProperty("expected", finding.expected());
                json.writeStringProperty("actual", finding.actual());
                json.writeStringProperty("result", finding.result().word());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    public static void rehearse(JsonGenerator json, Rehearsal rehearsal) {
        json.writeStartObject();
        json.writeNumberProperty("runs", rehearsal.runs());
        json.writeNumberProperty("succeeded", rehearsal.succeeded());
        json.writeNumberProperty("violations", rehearsal.violations());
        json.writeObjectPropertyStart("makespanSeconds");
        RunJson.seconds(json, "p50", rehearsal.makespan().p50());
        RunJson.seconds(json, "p90", rehearsal.makespan().p90());
        RunJson.seconds(json, "p99", rehearsal.makespan().p99());
        json.writeEndObject();
        RunJson.seconds(json, "wallSeconds", rehearsal.wallSeconds());
        json.writeArrayPropertyStart("failures");
        for (var failure : rehearsal.failures()) {
            json.writeStartObject();
            json.writeStringProperty("cause", failure.cause());
            json.writeNumberProperty("count", failure.count());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
