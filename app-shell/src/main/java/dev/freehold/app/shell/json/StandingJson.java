package dev.freehold.app.shell.json;

import dev.freehold.domain.journal.JournalEntry;
import dev.freehold.domain.journal.JournalEntry.RollbackPointKept;
import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.Setting;
import dev.freehold.domain.resource.Settings;
import dev.freehold.engine.inspect.DetectDrift.Drift;
import dev.freehold.engine.inspect.PlatformStatus.LayerStatus;
import dev.freehold.engine.inspect.RunHistory.Explanation;
import dev.freehold.engine.inspect.RunHistory.PastRun;
import dev.freehold.ports.state.LayerStore.Published;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/// The documents about what stands: `status`, `outputs`, `explain`, `drift`, `state` and `runs`.
public final class StandingJson {
    private StandingJson() {}

    public static void status(JsonGenerator json, String target, List<LayerStatus> phases) {
        json.writeStartObject();
        json.writeStringProperty("target", target);
        json.writeArrayPropertyStart("phases");
        for (var phase : phases) {
            json.writeStartObject();
            json.writeStringProperty("phase", phase.layer().word());
            json.writeNumberProperty("resources", phase.resources());
            json.writeNumberProperty("present", phase.present());
            json.writeNumberProperty("rollbackPoints", phase.rollbackPoints());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    public static void outputs(JsonGenerator json, Setting.Group outputs) {
        SettingJson.write(json, outputs);
    }

    public static void drift(JsonGenerator json, Drift drift) {
        json.writeStartObject();
        json.writeArrayPropertyStart("drifted");
        for (var drifted : drift.drifted()) {
            json.writeStartObject();
            json.writeStringProperty("id", drifted.id().text());
            json.writeStringProperty("what", drifted.what());
            json.writeStringProperty("expected", drifted.expected());
            json.writeStringProperty("actual", drifted.actual());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("strays");
        for (var stray : drift.strays()) {
            json.writeStartObject();
            json.writeStringProperty("kind", stray.kind());
            json.writeStringProperty("name", stray.name());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    public static void list(JsonGenerator json, Collection<Standing> standing) {
        json.writeStartObject();
        json.writeArrayPropertyStart("resources");
        for (var one : standing) {
            json.writeStartObject();
            json.writeStringProperty("id", one.node().id().text());
            json.writeStringProperty("standing", one instanceof Standing.Stands ? "stands" : "in doubt");
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    public static void show(JsonGenerator json, Standing standing) {
        json.writeStartObject();
        fields(json, standing);
        json.writeEndObject();
    }

    private static void fields(JsonGenerator json, Standing standing) {
        var node = standing.node();
        json.writeStringProperty("id", node.id().text());
        json.writeStringProperty("phase", node.layer().word());
        json.writeStringProperty("kind", node.kind());
        json.writeName("settings");
        SettingJson.write(json, Settings.of(node));
        switch (standing) {
            case Standing.Stands stands -> {
                json.writeStringProperty("standing", "stands");
                JsonPage.text(json, "made", stands.made());
                JsonPage.text(json, "since", stands.since());
                JsonPage.text(json, "run", stands.run());
                json.writeName("outputs");
                outputs(json, Settings.of(stands.outputs()));
            }
            case Standing.InDoubt doubt -> {
                json.writeStringProperty("standing", "in doubt");
                json.writeStringProperty("operation", doubt.operation().word());
                JsonPage.text(json, "run", doubt.run());
            }
        }
    }

    public static void history(JsonGenerator json, Map<Layer, List<Published>> versions) {
        json.writeStartObject();
        json.writeArrayPropertyStart("versions");
        versions.forEach((phase, published) -> published.forEach(version -> {
            json.writeStartObject();
            json.writeStringProperty("phase", phase.word());
            json.writeNumberProperty("version", version.version());
            JsonPage.text(json, "at", version.at());
            json.writeNumberProperty("resources", version.resources());
            json.writeEndObject();
        }));
        json.writeEndArray();
        json.writeEndObject();
    }

    public static void points(JsonGenerator json, Map<Layer, List<RollbackPointKept>> points) {
        json.writeStartObject();
        json.writeArrayPropertyStart("rollbackPoints");
        points.forEach((phase, kept) -> kept.forEach(point -> {
            json.writeStartObject();
            json.writeStringProperty("phase", phase.word());
            json.writeNumberProperty("number", point.number());
            JsonPage.text(json, "at", point.at());
            JsonPage.text(json, "run", point.run());
            json.writeEndObject();
        }));
        json.writeEndArray();
        json.writeEndObject();
    }

    public static void runs(JsonGenerator json, List<PastRun> runs) {
        json.writeStartObject();
        json.writeArrayPropertyStart("runs");
        for (var run : runs) {
            json.writeStartObject();
            JsonPage.text(json, "run", run.id());
            json.writeStringProperty("command", run.command());
            JsonPage.text(json, "startedAt", run.startedAt());
            JsonPage.text(json, "finishedAt", run.finishedAt().orElse(null));
            JsonPage.text(
                    json, "result", run.result().map(result -> result.word()).orElse(null));
            json.writeArrayPropertyStart("phases");
            run.layers().forEach(layer -> json.writeString(layer.word()));
            json.writeEndArray();
            json.writeNumberProperty("changes", run.changes());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    public static void events(JsonGenerator json, String run, List<JournalEntry> entries) {
        json.writeStartObject();
        json.writeStringProperty("run", run);
        events(json, entries);
        json.writeEndObject();
    }

    private static void events(JsonGenerator json, List<JournalEntry> entries) {
        json.writeArrayPropertyStart("events");
        entries.forEach(entry -> EventJson.write(json, entry));
        json.writeEndArray();
    }

    public static void explain(JsonGenerator json, Explanation explanation) {
        json.writeStartObject();
        var standing = explanation.standing();
        if (standing.isPresent()) {
            fields(json, standing.get());
        } else {
            json.writeStringProperty("id", explanation.id().text());
            json.writeStringProperty("phase", explanation.id().phase().word());
            json.writeStringProperty("kind", explanation.id().kind());
            json.writeStringProperty("standing", "absent");
        }
        JsonPage.text(json, "holds", explanation.holds().orElse(null));
        ids(json, "dependsOn", explanation.dependsOn());
        ids(json, "dependents", explanation.dependents());
        events(json, explanation.entries());
        json.writeEndObject();
    }

    private static void ids(JsonGenerator json, String name, List<ResourceId> ids) {
        json.writeArrayPropertyStart(name);
        ids.forEach(id -> json.writeString(id.text()));
        json.writeEndArray();
    }
}
