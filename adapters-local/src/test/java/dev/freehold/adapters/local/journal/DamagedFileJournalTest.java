package dev.freehold.adapters.local.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.adapters.local.home.Home;
import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.domain.journal.DamagedJournal;
import dev.freehold.domain.journal.JournalEntry;
import dev.freehold.domain.resource.Layer;
import dev.freehold.ports.file.Disk;
import dev.freehold.ports.state.SampleEntries;
import dev.freehold.ports.state.UnusableHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a journal in a file does after crashes and rotten bits.
class DamagedFileJournalTest {
    @TempDir
    private Path folder;

    private TargetFolder target;
    private Path file;

    @BeforeEach
    void choose_a_target() {
        target = new Home(folder.resolve("home"), Disk.UNFORCED).target("sim");
        file = target.state(Layer.OCI).resolve("journal");
    }

    static LongStream seeds() {
        return LongStream.range(0, 25);
    }

    private FileJournal journal() {
        return new FileJournal(target, Layer.OCI);
    }

    private void write(List<JournalEntry> entries) {
        try (var journal = journal()) {
            entries.forEach(journal::append);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_journal_torn_anywhere_goes_on_right_behind_its_last_whole_entry(long seed) throws IOException {
        // given
        var random = new SplittableRandom(seed);
        var entries = SampleEntries.ofSeed(seed, random.nextInt(1, 8));
        write(entries);
        var bytes = Files.readAllBytes(file);
        int length = random.nextInt(bytes.length + 1);
        var torn = Arrays.copyOf(Arrays.copyOf(bytes, length), length + random.nextInt(3) * 100);
        Files.write(file, torn);
        // when
        var left = journal().entries();
        // then
        assertThat(left).isEqualTo(entries.subList(0, left.size()));
        assertThat(file).hasBinaryContent(torn); // reading changes nothing: somebody may be writing just now
        // and when
        var next = SampleEntries.ofEverySort();
        write(next);
        // then
        assertThat(journal().entriesAfter(left.size())).isEqualTo(next);
        assertThat(journal().entries()).hasSize(left.size() + next.size());
        if (length == bytes.length) {
            assertThat(left).isEqualTo(entries);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_flipped_bit_stops_reading_and_writing_and_the_file_is_left_as_it_is(long seed) throws IOException {
        // given
        var random = new SplittableRandom(seed);
        var entries = SampleEntries.ofSeed(seed, 6);
        write(entries);
        long acknowledged = Files.size(file);
        write(List.of(SampleEntries.ofEverySort().getFirst()));
        var bytes = Files.readAllBytes(file);
        int bit = random.nextInt((int) acknowledged * 8);
        bytes[bit / 8] ^= (byte) (1 << (bit % 8));
        Files.write(file, bytes);
        // when
        assertThatThrownBy(() -> journal().entries())
                // then
                .isInstanceOf(DamagedJournal.class)
                .hasMessageContaining(file + " is damaged at record ")
                .hasMessageContaining("head -c ");
        assertThatThrownBy(() -> write(entries)).isInstanceOf(DamagedJournal.class);
        assertThat(file).hasBinaryContent(bytes);
    }

    @Test
    void damage_among_entries_that_a_snapshot_has_folded_is_found_as_well() throws IOException {
        // given
        write(SampleEntries.ofSeed(1, 6));
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 3] ^= 1;
        Files.write(file, bytes);
        // then
        assertThatThrownBy(() -> journal().entriesAfter(5)).isInstanceOf(DamagedJournal.class);
    }

    @Test
    void the_repair_that_the_message_names_repairs() throws Exception {
        // given
        var entries = SampleEntries.ofSeed(1, 6);
        write(entries);
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        String message = "";
        try {
            journal().entries();
        } catch (DamagedJournal damaged) {
            message = damaged.getMessage();
        }
        // when
        var command = message.lines().reduce((_, last) -> last).orElseThrow().strip();
        assertThat(new ProcessBuilder("sh", "-c", command).inheritIO().start().waitFor())
                .isZero();
        // then
        var left = journal().entries();
        assertThat(left).isNotEmpty().isEqualTo(entries.subList(0, left.size()));
    }

    @Test
    void an_entry_of_a_sort_that_nobody_knows_stops_with_its_place() throws IOException {
        // given
        write(List.of());
        try (var journal = new FileJournal(target, Layer.OCI)) {
            journal.append(SampleEntries.ofEverySort().getFirst());
        }
        var text = Files.readString(file);
        assertThat(text).contains("\"entry\":\"run-started\"");
        // when: whole by its checksum, so a newer Freehold wrote it
        Files.writeString(file, Lines.replacing(text, "run-started", "run-dreamt"));
        // then
        assertThatThrownBy(() -> journal().entries())
                .isInstanceOf(DamagedJournal.class)
                .hasMessageContaining("record 2")
                .hasMessageContaining("no entry is called 'run-dreamt'");
    }

    @Test
    void a_journal_that_is_shorter_than_a_snapshot_says_so() {
        // given
        write(SampleEntries.ofSeed(1, 3));
        // then
        assertThatThrownBy(() -> journal().entriesAfter(4))
                .isInstanceOf(DamagedJournal.class)
                .hasMessageContaining(file + " has 3 records")
                .hasMessageContaining("its first 4");
    }

    @Test
    void a_journal_that_another_command_went_on_with_meanwhile_is_gone_on_with_behind_it() {
        // given: the shell keeps running while commands are given elsewhere
        var entries = SampleEntries.ofSeed(1, 6);
        var shell = journal();
        var elsewhere = journal();
        // when
        for (int entry = 0; entry < 6; entry++) {
            (entry % 3 == 1 ? elsewhere : shell).append(entries.get(entry));
        }
        // then
        assertThat(journal().entries()).isEqualTo(entries);
    }

    @Test
    void a_journal_that_cannot_be_written_is_told_by_its_path_and_with_what_to_do() throws IOException {
        // given: a folder in the file's place, which stops even root
        Files.createDirectories(file);
        // then
        assertThatThrownBy(() -> write(SampleEntries.ofSeed(1, 1)))
                .isInstanceOf(UnusableHome.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("--home");
        assertThatThrownBy(() -> journal().entries()).isInstanceOf(UnusableHome.class);
    }

    @Test
    void an_append_that_failed_leaves_the_journal_to_be_gone_on_with() throws IOException {
        // given
        var entries = SampleEntries.ofSeed(1, 2);
        var journal = journal();
        journal.append(entries.get(0));
        journal.close();
        var aside = Files.move(file, folder.resolve("aside"));
        Files.createDirectories(file);
        assertThatThrownBy(() -> journal.append(entries.get(1))).isInstanceOf(UnusableHome.class);
        // when: whatever was in the way is gone
        Files.delete(file);
        Files.move(aside, file);
        journal.append(entries.get(1));
        // then
        assertThat(journal().entries()).isEqualTo(entries);
    }
}
