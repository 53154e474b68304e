package dev.freehold.app.shell.json;

import dev.freehold.domain.resource.Setting;
import tools.jackson.core.JsonGenerator;

/// Settings as JSON values.
public final class SettingJson {
    private SettingJson() {}

    public static void write(JsonGenerator json, Setting setting) {
        switch (setting) {
            case Setting.Text(var value) -> json.writeString(value);
            case Setting.Quantity(var value) -> json.writeNumber(JsonPage.plain(value));
            case Setting.Flag(var value) -> json.writeBoolean(value);
            case Setting.Absent() -> json.writeNull();
            case Setting.Many(var items) -> {
                json.writeStartArray();
                items.forEach(item -> write(json, item));
                json.writeEndArray();
            }
            case Setting.Group(var members) -> {
                json.writeStartObject();
                members.forEach((name, value) -> {
                    json.writeName(name);
                    write(json, value);
                });
                json.writeEndObject();
            }
        }
    }
}
