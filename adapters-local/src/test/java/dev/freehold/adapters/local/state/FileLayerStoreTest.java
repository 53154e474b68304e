package dev.freehold.adapters.local.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.adapters.local.home.Home;
import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.domain.journal.LayerState;
import dev.freehold.domain.resource.Layer;
import dev.freehold.ports.file.Disk;
import dev.freehold.ports.state.LayerStore;
import dev.freehold.ports.state.LayerStore.Published;
import dev.freehold.ports.state.LayerStoreContract;
import dev.freehold.ports.state.SampleEntries;
import dev.freehold.ports.state.UnusableHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileLayerStoreTest implements LayerStoreContract {
    @TempDir
    private Path folder;

    private final List<String> notices = new ArrayList<>();

    @Override
    public LayerStore store() {
        return new FileLayerStore(target(), () -> SampleEntries.AT, notices::add);
    }

    private TargetFolder target() {
        return new Home(folder.resolve("a home"), Disk.UNFORCED).target("sim");
    }

    private static LayerState state(int version) {
        return LayerState.empty(Layer.SETUP).after(SampleEntries.ofSeed(version, version));
    }

    @Test
    void the_last_twenty_versions_are_kept() {
        // when
        for (int version = 1; version <= 25; version++) {
            store().publish(state(version));
        }
        // then
        assertThat(store().history(Layer.SETUP))
                .extracting(Published::version)
                .containsExactlyElementsOf(LongStream.rangeClosed(6, 25).boxed().toList());
        assertThat(store().history(Layer.SETUP)).extracting(Published::at).containsOnly(SampleEntries.AT);
    }

    /// Any bit of it, any end of it.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 40, 200, 300, -1})
    void a_damaged_snapshot_is_told_of_and_passed_over(int where) throws IOException {
        // given
        store().publish(state(5));
        store().publish(state(8));
        var newest = target().state(Layer.SETUP).resolve("state-8");
        var bytes = Files.readAllBytes(newest);
        bytes[where < 0 ? bytes.length + where : where] ^= 4;
        Files.write(newest, bytes);
        // when
        var read = store().read(Layer.SETUP);
        // then: the one before it, from which the journal leads to the same
        assertThat(read).isEqualTo(state(5));
        assertThat(notices)
                .singleElement()
                .asString()
                .contains(newest.toString())
                .contains("passed over");
        // and the version that was lost can be published again
        store().publish(state(8));
        assertThat(store().read(Layer.SETUP)).isEqualTo(state(8));
    }

    @Test
    void a_snapshot_cut_anywhere_is_passed_over() throws IOException {
        // given
        store().publish(state(4));
        var file = target().state(Layer.SETUP).resolve("state-4");
        var bytes = Files.readAllBytes(file);
        for (int length = 0; length < bytes.length; length += 7) {
            // when
            Files.write(file, Arrays.copyOf(bytes, length));
            // then
            assertThat(store().read(Layer.SETUP)).as("%d bytes", length).isEqualTo(LayerState.empty(Layer.SETUP));
        }
        assertThat(notices).hasSize((bytes.length + 6) / 7);
    }

    @Test
    void what_a_crash_left_beside_the_snapshots_is_no_version() throws IOException {
        // given
        store().publish(state(4));
        Files.writeString(target().state(Layer.SETUP).resolve("state-9.new"), "half of ");
        // then
        assertThat(store().read(Layer.SETUP)).isEqualTo(state(4));
        assertThat(store().history(Layer.SETUP)).hasSize(1);
        assertThat(notices).isEmpty();
    }

    @Test
    void reading_makes_no_folder() {
        // when
        store().read(Layer.SETUP);
        store().history(Layer.SETUP);
        // then
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_home_that_cannot_be_written_is_told_by_its_path_and_with_what_to_do() throws IOException {
        // given: a file in a folder's place, which stops even root
        var target = target();
        Files.createDirectories(target.path().getParent());
        Files.writeString(target.path(), "in the way");
        // then
        assertThatThrownBy(() -> store().publish(state(2)))
                .isInstanceOf(UnusableHome.class)
                .hasMessageContaining(target.path().toString())
                .hasMessageContaining("--home");
        assertThatThrownBy(() -> store().lock(US)).isInstanceOf(UnusableHome.class);
        assertThat(store().read(Layer.SETUP)).isEqualTo(LayerState.empty(Layer.SETUP));
    }
}
