package dev.freehold.adapters.local.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.domain.resource.Layer;
import dev.freehold.ports.file.Disk;
import dev.freehold.ports.state.UnusableHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir
    private Path folder;

    @Test
    void the_home_of_a_spec_lies_beside_it() {
        assertThat(Home.beside(folder.resolve("freehold.yaml"), Disk.UNFORCED).root())
                .isEqualTo(folder.resolve(".freehold"));
        assertThat(Home.beside(Path.of("freehold.yaml"), Disk.UNFORCED).root())
                .isEqualTo(Path.of(".freehold").toAbsolutePath());
    }

    @Test
    void each_target_has_folders_of_its_own() {
        // given
        var sim = new Home(folder.resolve("h"), Disk.UNFORCED).target("sim");
        // then
        assertThat(List.of(sim.state(Layer.OCI), sim.secrets(), sim.runs(), sim.world(), sim.lock()))
                .containsExactly(
                        folder.resolve("h/sim/state/oci"),
                        folder.resolve("h/sim/secrets"),
                        folder.resolve("h/sim/runs"),
                        folder.resolve("h/sim/world"),
                        folder.resolve("h/sim/lock"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void folders_are_made_for_their_owner_alone_and_kept_out_of_git() throws IOException {
        // given
        var home = new Home(folder.resolve("my specs/.freehold"), Disk.UNFORCED);
        var target = home.target("live");
        // when
        target.prepare(target.secrets());
        // then
        for (var made : List.of(home.root(), target.path(), target.secrets())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                    .as("%s", made)
                    .isEqualTo("rwx------");
        }
        assertThat(home.root().resolve(".gitignore")).hasContent("*");
        // and once more changes nothing
        target.prepare(target.secrets());
    }

    @Test
    void a_folder_that_was_there_before_is_not_hidden_from_git() {
        // given
        var target = new Home(folder, Disk.UNFORCED).target("sim");
        // when
        target.prepare(target.world());
        // then
        assertThat(folder.resolve(".gitignore")).doesNotExist();
        assertThat(target.path().resolve(".gitignore")).hasContent("*");
    }

    @Test
    void a_file_in_the_way_is_told_with_what_to_do() throws IOException {
        // given
        var file = Files.writeString(folder.resolve("notes"), "mine");
        var target = new Home(file, Disk.UNFORCED).target("sim");
        // then
        assertThatThrownBy(() -> target.prepare(target.secrets()))
                .isInstanceOf(UnusableHome.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("can't be written")
                .hasMessageContaining("--home");
        assertThat(file).hasContent("mine");
    }
}
