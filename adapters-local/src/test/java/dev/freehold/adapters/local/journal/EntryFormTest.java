package dev.freehold.adapters.local.journal;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.adapters.local.home.Home;
import dev.freehold.adapters.local.json.Json;
import dev.freehold.adapters.local.record.RecordFormat;
import dev.freehold.domain.journal.DamagedJournal;
import dev.freehold.domain.journal.Failure;
import dev.freehold.domain.journal.JournalEntry;
import dev.freehold.domain.journal.JournalEntry.Intended;
import dev.freehold.domain.journal.JournalEntry.NotDone;
import dev.freehold.domain.journal.JournalEntry.RunFinished;
import dev.freehold.domain.journal.Operation;
import dev.freehold.domain.journal.RunResult;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.Setting;
import dev.freehold.ports.driver.SampleNodes;
import dev.freehold.ports.file.Disk;
import dev.freehold.ports.state.SampleEntries;
import dev.freehold.ports.state.UnusableHome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What stands in journals is for ever: each sort of entry, and each word in one, against an approved file.
class EntryFormTest {
    @TempDir
    private Path folder;

    /// One of each sort, and every word that an entry may hold.
    private static List<JournalEntry> entries() {
        var entries = new ArrayList<>(SampleEntries.ofEverySort());
        for (var operation : Operation.values()) {
            entries.add(new Intended(
                    SampleEntries.RUN, SampleEntries.AT, operation, SampleEntries.BUDGET, SampleEntries.TOKEN, 1));
        }
        for (var kind : Failure.Kind.values()) {
            entries.add(new NotDone(
                    SampleEntries.RUN,
                    SampleEntries.AT,
                    Operation.CREATE,
                    SampleEntries.BUDGET.id(),
                    new Failure(kind, "words")));
        }
        for (var result : RunResult.values()) {
            entries.add(new RunFinished(SampleEntries.RUN, SampleEntries.AT, result));
        }
        return entries;
    }

    private static String resource(String name) throws IOException {
        try (var in = EntryFormTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private FileJournal journal(RecordFormat format) {
        return new FileJournal(new Home(folder, Disk.UNFORCED).target("sim"), Layer.SETUP, format);
    }

    private Path stored(String text) throws IOException {
        var file = Files.createDirectories(folder.resolve("sim/state/setup")).resolve("journal");
        return Files.writeString(file, text);
    }

    @Test
    void entries_are_written_as_they_always_were() throws IOException {
        var written =
                entries().stream().map(entry -> Json.write(EntryForm.of(entry))).collect(joining("\n", "", "\n"));
        assertThat(written)
                .as("what is in journals can't be changed; a new form needs a version and a migration")
                .isEqualTo(resource("entries.approved"));
    }

    @Test
    void entries_are_read_as_they_were_always_written() throws IOException {
        var read = resource("entries.approved")
                .lines()
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .map(line -> EntryForm.entry(Json.read(line, 0, line.length)))
                .toList();
        assertThat(read).isEqualTo(entries());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void nodes_of_every_kind_come_back_as_they_were(long seed) {
        for (var node : SampleNodes.ofEveryKind(seed)) {
            // given
            var entry =
                    new Intended(SampleEntries.RUN, SampleEntries.AT, Operation.CREATE, node, SampleEntries.TOKEN, 1);
            // when
            var bytes = Json.write(EntryForm.of(entry)).getBytes(StandardCharsets.UTF_8);
            // then
            assertThat(EntryForm.entry(Json.read(bytes, 0, bytes.length))).isEqualTo(entry);
        }
    }

    @Test
    void a_journal_begins_with_its_format_and_version() throws IOException {
        // when
        journal(FileJournal.FORMAT).append(entries().getFirst());
        // then
        assertThat(Files.readAllLines(folder.resolve("sim/state/setup/journal")).getFirst())
                .endsWith("{\"format\":\"freehold-journal\",\"version\":2}");
    }

    /// As if there had been a version 0, in which an entry was an `event` of a `deployment`.
    private static final RecordFormat WITH_A_PAST =
            new RecordFormat("freehold-journal", 0, List.of(EntryFormTest::renamed));

    private static Setting.Group renamed(Setting.Group before) {
        var after = new LinkedHashMap<String, Setting>();
        before.members()
                .forEach((name, value) -> after.put(
                        switch (name) {
                            case "event" -> "entry";
                            case "deployment" -> "run";
                            default -> name;
                        },
                        value));
        return new Setting.Group(after);
    }

    @Test
    void a_journal_of_an_earlier_version_is_read_through_its_migrations() throws IOException {
        // given
        var old = resource("journal-version-0");
        var file = stored(old);
        // then
        assertThat(journal(WITH_A_PAST).entries()).isEqualTo(SampleEntries.ofEverySort());
        assertThat(journal(WITH_A_PAST).entriesAfter(9))
                .isEqualTo(SampleEntries.ofEverySort().subList(9, 11));
        assertThat(file).hasContent(old);
    }

    @Test
    void a_journal_of_an_earlier_version_is_brought_to_todays_before_it_is_added_to() throws IOException {
        // given
        var old = resource("journal-version-0");
        var file = stored(old);
        var next = entries().getLast();
        // when
        journal(WITH_A_PAST).append(next);
        // then: today's Freehold, which never knew a version 0, reads it all
        var entries = new ArrayList<>(SampleEntries.ofEverySort());
        entries.add(next);
        assertThat(journal(FileJournal.FORMAT).entries()).isEqualTo(entries);
        assertThat(file.resolveSibling("journal.version-0")).hasContent(old);
    }

    @Test
    void a_journal_of_a_later_version_is_left_to_who_wrote_it() throws IOException {
        // given
        var file = stored(Lines.line("{\"format\":\"freehold-journal\",\"version\":7}"));
        // then
        assertThatThrownBy(() -> journal(FileJournal.FORMAT).entries())
                .isInstanceOf(UnusableHome.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("version 7")
                .hasMessageContaining("reads versions 1 to 2");
        assertThatThrownBy(() -> journal(FileJournal.FORMAT).append(entries().getFirst()))
                .isInstanceOf(UnusableHome.class);
        assertThat(Files.readAllLines(file)).hasSize(1);
    }

    @Test
    void a_file_of_another_format_is_no_journal() throws IOException {
        for (var header :
                List.of("{\"format\":\"freehold-world\",\"version\":1}", "{\"format\":\"freehold-journal\"}", "{}")) {
            // given
            stored(Lines.line(header));
            // then
            assertThatThrownBy(() -> journal(FileJournal.FORMAT).entries())
                    .isInstanceOf(DamagedJournal.class)
                    .hasMessageContaining("record 1 (byte 0)");
        }
    }
}
