package dev.freehold.app.shell.json;

import dev.freehold.domain.allowance.Forecast;
import dev.freehold.domain.allowance.Ledger;
import dev.freehold.domain.allowance.Violation;
import dev.freehold.domain.fit.Fit;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// The documents of `quota`, `fit` and `forecast`, and their parts in that of `plan`.
public final class FiguresJson {
    private FiguresJson() {}

    public static void quota(JsonGenerator json, Ledger ledger) {
        json.writeStartObject();
        allowance(json, ledger);
        violations(json, "violations", ledger.violations());
        violations(json, "accepted", ledger.accepted());
        json.writeEndObject();
    }

    static void allowance(JsonGenerator json, Ledger ledger) {
        var allowance = ledger.allowance();
        json.writeObjectPropertyStart("allowance");
        json.writeStringProperty("id", allowance.id());
        JsonPage.text(json, "from", allowance.from());
        JsonPage.text(json, "until", allowance.until());
        json.writeEndObject();
        json.writeArrayPropertyStart("limits");
        for (var line : ledger.lines()) {
            json.writeStartObject();
            json.writeStringProperty("rule", line.rule().id());
            JsonPage.number(json, "used", line.used());
            JsonPage.number(json, "limit", line.limit());
            json.writeStringProperty("unit", line.unit());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void violations(JsonGenerator json, String name, List<Violation> violations) {
        json.writeArrayPropertyStart(name);
        for (var violation : violations) {
            json.writeStartObject();
            json.writeStringProperty("rule", violation.rule().id());
            json.writeStringProperty("message", violation.message());
            JsonPage.number(json, "value", violation.value());
            JsonPage.number(json, "limit", violation.limit());
            json.writeStringProperty("path", violation.path());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    public static void fit(JsonGenerator json, Fit fit) {
        json.writeStartObject();
        hosts(json, fit);
        violations(json, "violations", fit.violations());
        json.writeEndObject();
    }

    static void hosts(JsonGenerator json, Fit fit) {
        json.writeArrayPropertyStart("hosts");
        for (var host : fit.hosts()) {
            json.writeStartObject();
            json.writeStringProperty("name", host.name());
            JsonPage.number(json, "memoryGb", host.memory().count());
            JsonPage.number(json, "committedGb", host.committed().count());
            JsonPage.number(json, "bootVolumeGb", host.bootVolume().count());
            JsonPage.number(json, "osdGb", host.osd().count());
            json.writeEndObject();
        }
        json.writeEndArray();
        var ceph = fit.ceph();
        if (ceph == null) {
            json.writeNullProperty("ceph");
            return;
        }
        json.writeObjectPropertyStart("ceph");
        JsonPage.number(json, "rawGb", ceph.raw().count());
        JsonPage.number(json, "usableGb", ceph.usable().count());
        JsonPage.number(json, "provisionedGb", ceph.provisioned().count());
        json.writeEndObject();
    }

    public static void forecast(JsonGenerator json, Forecast forecast) {
        json.writeStartObject();
        JsonPage.number(json, "usdPerMonth", forecast.usdPerMonth().amount());
        json.writeArrayPropertyStart("items");
        for (var item : forecast.items()) {
            json.writeStartObject();
            json.writeStringProperty("what", item.what());
            JsonPage.number(json, "quantity", item.quantity());
            json.writeStringProperty("unit", item.unit());
            JsonPage.number(json, "free", item.free());
            JsonPage.number(json, "billed", item.billed());
            JsonPage.number(json, "usdPerMonth", item.usdPerMonth().amount());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
