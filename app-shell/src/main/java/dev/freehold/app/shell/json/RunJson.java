package dev.freehold.app.shell.json;

import dev.freehold.domain.allowance.Violation;
import dev.freehold.engine.deploy.RunReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// The document of `deploy`, `destroy`, `rollback` and `setup`.
public final class RunJson {
    private static final int MILLISECONDS = 3;

    private RunJson() {}

    /// @param violations why it was refused; the field is there only where there are any
    public static void write(JsonGenerator json, RunReport report, List<Violation> violations) {
        json.writeStartObject();
        json.writeStringProperty("run", report.run().text());
        json.writeStringProperty("result", report.result().word());
        json.writeArrayPropertyStart("phases");
        for (var phase : report.phases()) {
            json.writeStartObject();
            json.writeStringProperty("phase", phase.phase().word());
            json.writeStringProperty("result", phase.result().word());
            seconds(json, "seconds", phase.seconds());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("resources");
        report.resources().forEach(resource -> resource(json, resource));
        json.writeEndArray();
        seconds(json, "makespanSeconds", report.makespanSeconds());
        seconds(json, "criticalPathSeconds", report.criticalPathSeconds());
        if (!violations.isEmpty()) {
            FiguresJson.violations(json, "violations", violations);
        }
        json.writeEndObject();
    }

    private static void resource(JsonGenerator json, RunReport.ResourceReport resource) {
        json.writeStartObject();
        json.writeStringProperty("id", resource.id().text());
        json.writeStringProperty("action", resource.action().word());
        json.writeStringProperty("result", resource.result().word());
        JsonPage.text(json, "startedAt", resource.startedAt());
        seconds(json, "seconds", resource.seconds());
        json.writeNumberProperty("attempts", resource.attempts());
        JsonPage.text(json, "error", resource.error());
        json.writeEndObject();
    }

    static void seconds(JsonGenerator json, String name, double seconds) {
        JsonPage.number(json, name, BigDecimal.valueOf(seconds).setScale(MILLISECONDS, RoundingMode.HALF_UP));
    }
}
