package dev.freehold.app.shell.json;

import dev.freehold.domain.plan.Change;
import dev.freehold.domain.resource.Setting;
import dev.freehold.engine.plan.PlannedPlatform;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/// The document of `plan`.
public final class PlanJson {
    private PlanJson() {}

    public static void write(JsonGenerator json, PlannedPlatform planned) {
        var ledger = planned.ledger();
        var plan = planned.plan();
        json.writeStartObject();
        FiguresJson.allowance(json, ledger);
        FiguresJson.hosts(json, planned.fit());
        FiguresJson.violations(json, "violations", planned.violations());
        FiguresJson.violations(json, "accepted", ledger.accepted());
        json.writeArrayPropertyStart("changes");
        plan.changes().forEach(change -> change(json, change));
        json.writeEndArray();
        var summary = plan.summary();
        json.writeObjectPropertyStart("summary");
        json.writeNumberProperty("create", summary.create());
        json.writeNumberProperty("update", summary.update());
        json.writeNumberProperty("replace", summary.replace());
        json.writeNumberProperty("delete", summary.delete());
        json.writeNumberProperty("keep", summary.keep());
        if (summary.adopt() > 0) {
            json.writeNumberProperty("adopt", summary.adopt());
        }
        json.writeEndObject();
        json.writeArrayPropertyStart("blockedBy");
        for (var obstacle : plan.blockedBy()) {
            json.writeStartObject();
            json.writeStringProperty("standing", obstacle.standing().text());
            json.writeStringProperty("on", obstacle.on().text());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("heldClaims");
        for (var held : plan.heldClaims()) {
            json.writeStartObject();
            json.writeStringProperty("claim", held.claim().words());
            json.writeStringProperty("wantedBy", held.wantedBy().text());
            json.writeStringProperty("holder", held.holder().text());
            json.writeStringProperty("why", held.why());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectPropertyStart("forecast");
        JsonPage.number(json, "usdPerMonth", ledger.forecast().usdPerMonth().amount());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void change(JsonGenerator json, Change change) {
        json.writeStartObject();
        json.writeStringProperty("id", change.id().text());
        json.writeStringProperty("phase", change.id().phase().word());
        json.writeStringProperty("kind", change.id().kind());
        json.writeStringProperty("action", change.action().word());
        json.writeName("before");
        SettingJson.write(json, orAbsent(change.settingsBefore()));
        json.writeName("after");
        SettingJson.write(json, orAbsent(change.settingsAfter()));
        json.writeArrayPropertyStart("reasons");
        change.reasons().forEach(reason -> json.writeString(reason.words()));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static Setting orAbsent(Optional<Setting.Group> settings) {
        return settings.isPresent() ? settings.get() : Setting.absent();
    }
}
