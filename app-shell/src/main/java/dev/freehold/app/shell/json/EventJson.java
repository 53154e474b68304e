package dev.freehold.app.shell.json;

import dev.freehold.domain.journal.Failure;
import dev.freehold.domain.journal.JournalEntry;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/// What a journal recorded, as `runs ID` and `explain` show it.
final class EventJson {
    private EventJson() {}

    static void write(JsonGenerator json, JournalEntry entry) {
        json.writeStartObject();
        JsonPage.text(json, "at", entry.at());
        JsonPage.text(json, "run", entry.run());
        switch (entry) {
            case JournalEntry.RunStarted started -> {
                json.writeStringProperty("event", "run-started");
                json.writeStringProperty("command", started.command());
            }
            case JournalEntry.Intended intended -> {
                json.writeStringProperty("event", "intended");
                about(json, intended.operation().word(), intended.node().id().text());
                json.writeNumberProperty("attempt", intended.attempt());
            }
            case JournalEntry.Achieved achieved -> {
                json.writeStringProperty("event", "achieved");
                about(json, achieved.operation().word(), achieved.node().id().text());
                json.writeStringProperty("how", achieved.how().name().toLowerCase(Locale.ROOT));
            }
            case JournalEntry.NotDone undone -> {
                json.writeStringProperty("event", "not-done");
                about(json, undone.operation().word(), undone.id().text());
                failure(json, undone.failure());
            }
            case JournalEntry.LeftInDoubt doubt -> {
                json.writeStringProperty("event", "left-in-doubt");
                about(json, doubt.operation().word(), doubt.id().text());
                failure(json, doubt.failure());
            }
            case JournalEntry.RollbackPointKept point -> {
                json.writeStringProperty("event", "rollback-point-kept");
                json.writeNumberProperty("number", point.number());
            }
            case JournalEntry.RunFinished finished -> {
                json.writeStringProperty("event", "run-finished");
                json.writeStringProperty("result", finished.result().word());
            }
        }
        json.writeEndObject();
    }

    private static void about(JsonGenerator json, String operation, String id) {
        json.writeStringProperty("operation", operation);
        json.writeStringProperty("id", id);
    }

    private static void failure(JsonGenerator json, Failure failure) {
        json.writeStringProperty(
                "failure", failure.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.writeStringProperty("words", failure.words());
    }
}
