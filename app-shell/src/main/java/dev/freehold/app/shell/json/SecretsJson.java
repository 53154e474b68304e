package dev.freehold.app.shell.json;

import dev.freehold.app.shell.wiring.TargetSecrets;
import dev.freehold.ports.secret.SecretBackups.Restored;
import dev.freehold.ports.secret.SecretVault.Entry;
import dev.freehold.ports.secret.VaultInspection.Finding;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// The documents of `secrets ...`. None holds a secret but that of `secrets decrypt`, which was asked for.
public final class SecretsJson {
    private SecretsJson() {}

    public static void list(JsonGenerator json, TargetSecrets secrets, List<Entry> entries) {
        json.writeStartObject();
        json.writeArrayPropertyStart("secrets");
        for (var entry : entries) {
            json.writeStartObject();
            entry(json, secrets, entry);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    public static void kept(JsonGenerator json, TargetSecrets secrets, Entry entry, boolean replaced) {
        json.writeStartObject();
        entry(json, secrets, entry);
        json.writeBooleanProperty("replaced", replaced);
        json.writeEndObject();
    }

    private static void entry(JsonGenerator json, TargetSecrets secrets, Entry entry) {
        json.writeStringProperty("name", entry.name().text());
        json.writeStringProperty("reference", entry.name().reference());
        json.writeStringProperty("setAt", entry.setAt().toString());
        json.writeStringProperty("file", secrets.vault().file(entry.name()).toString());
    }

    public static void identity(JsonGenerator json, TargetSecrets secrets) {
        json.writeStartObject();
        json.writeStringProperty("file", secrets.identity().file().toString());
        json.writeStringProperty("recipient", secrets.identity().recipient());
        json.writeBooleanProperty("protected", secrets.identity().isProtected());
        json.writeEndObject();
    }

    public static void doctor(JsonGenerator json, List<Finding> findings, boolean opened, boolean sound) {
        json.writeStartObject();
        json.writeStringProperty("result", sound ? "pass" : "fail");
        json.writeBooleanProperty("opened", opened);
        json.writeArrayPropertyStart("findings");
        for (var finding : findings) {
            json.writeStartObject();
            json.writeStringProperty("path", finding.path().toString());
            json.writeStringProperty("what", finding.what());
            json.writeStringProperty("mode", finding.mode());
            json.writeStringProperty("since", finding.since().toString());
            json.writeStringProperty("readableBy", finding.readableBy());
            json.writeArrayPropertyStart("problems");
            finding.problems().forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    public static void backup(JsonGenerator json, Path file, int files) {
        json.writeStartObject();
        json.writeStringProperty("file", file.toString());
        json.writeNumberProperty("files", files);
        json.writeEndObject();
    }

    public static void restored(JsonGenerator json, Path file, int files, Restored restored) {
        json.writeStartObject();
        json.writeStringProperty("file", file.toString());
        json.writeNumberProperty("files", files);
        json.writeNumberProperty("restored", restored.restored());
        var aside = restored.aside();
        JsonPage.text(json, "aside", aside == null ? null : aside.toString());
        json.writeEndObject();
    }

    /// @param document absent if it was written to the file
    /// @param rules the file of rules that was followed; absent where none was asked
    public static void document(
            JsonGenerator json, Path file, List<String> recipients, @Nullable Path rules, @Nullable String document) {
        json.writeStartObject();
        json.writeStringProperty("file", file.toString());
        json.writeArrayPropertyStart("recipients");
        recipients.forEach(json::writeString);
        json.writeEndArray();
        JsonPage.text(json, "rules", rules == null ? null : rules.toString());
        JsonPage.text(json, "document", document);
        json.writeEndObject();
    }

    public static void edited(JsonGenerator json, Path file, boolean changed) {
        json.writeStartObject();
        json.writeStringProperty("file", file.toString());
        json.writeBooleanProperty("changed", changed);
        json.writeEndObject();
    }
}
