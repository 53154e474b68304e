package dev.freehold.adapters.local.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.adapters.local.home.Home;
import dev.freehold.domain.journal.DamagedJournal;
import dev.freehold.domain.output.Outputs;
import dev.freehold.ports.file.Disk;
import dev.freehold.ports.state.SampleEntries;
import dev.freehold.ports.world.WorldChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWorldLogTest {
    private static final List<WorldChange> CHANGES = List.of(
            new WorldChange(
                    SampleEntries.AT,
                    WorldChange.What.MADE,
                    SampleEntries.REPOSITORY,
                    SampleEntries.OUTPUTS,
                    Optional.of(SampleEntries.TOKEN)),
            new WorldChange(
                    SampleEntries.AT.plusSeconds(1),
                    WorldChange.What.CHANGED,
                    SampleEntries.CILIUM,
                    SampleEntries.MANIFEST,
                    Optional.empty()),
            new WorldChange(
                    SampleEntries.AT.plusSeconds(2),
                    WorldChange.What.REMOVED,
                    SampleEntries.BUDGET,
                    Outputs.NONE,
                    Optional.empty()));

    @TempDir
    private Path folder;

    private FileWorldLog log() {
        return new FileWorldLog(new Home(folder.resolve("h"), Disk.UNFORCED).target("sim"));
    }

    @Test
    void a_world_in_which_nothing_happened_has_no_changes() {
        assertThat(log().entries()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void what_happened_is_read_by_the_next_command() {
        // when
        log().append(CHANGES.get(0));
        log().append(CHANGES.get(1));
        log().append(CHANGES.get(2));
        // then
        assertThat(log().entries()).isEqualTo(CHANGES);
    }

    @Test
    void a_torn_last_change_did_not_happen() throws IOException {
        // given
        CHANGES.forEach(log()::append);
        var file = folder.resolve("h/sim/world/log");
        var bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 5));
        // then
        assertThat(log().entries()).isEqualTo(CHANGES.subList(0, 2));
        // and when
        log().append(CHANGES.get(2));
        // then
        assertThat(log().entries()).isEqualTo(CHANGES);
    }

    @Test
    void damage_is_told_in_the_domains_word() throws IOException {
        // given
        CHANGES.forEach(log()::append);
        var file = folder.resolve("h/sim/world/log");
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        // then
        assertThatThrownBy(() -> log().entries())
                .isInstanceOf(DamagedJournal.class)
                .hasMessageContaining(file.toString());
        assertThatThrownBy(() -> log().append(CHANGES.get(0))).isInstanceOf(DamagedJournal.class);
    }
}
