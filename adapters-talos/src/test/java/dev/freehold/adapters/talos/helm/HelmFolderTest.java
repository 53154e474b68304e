package dev.freehold.adapters.talos.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelmFolderTest {
    private static final long GONE = 4_000_000;
    private static final long ALIVE = 4_000_001;

    @TempDir
    private Path among;

    @Test
    void what_a_killed_process_left_is_cleared_away_by_the_next() throws Exception {
        // given
        var left = Files.createDirectories(among.resolve("freehold-helm-" + GONE + "-1"));
        Files.writeString(left.resolve("libhelm.so"), "90 MB");
        // when
        try (var open = HelmFolder.open(among, pid -> pid == ALIVE)) {
            // then
            assertThat(left).doesNotExist();
            assertThat(Files.getPosixFilePermissions(open.path()))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
        assertThat(among).isEmptyDirectory();
    }

    @Test
    void what_a_living_process_works_in_and_what_is_not_ours_stays() throws Exception {
        // given
        var inUse = Files.createDirectories(among.resolve("freehold-helm-" + ALIVE + "-1"));
        var odd = Files.createDirectories(among.resolve("freehold-helm-somebody"));
        var elsewhere = Files.createDirectories(among.resolve("elsewhere"));
        var link = Files.createSymbolicLink(among.resolve("freehold-helm-" + GONE + "-link"), elsewhere);
        // when
        HelmFolder.open(among, pid -> pid == ALIVE).close();
        // then
        assertThat(inUse).exists();
        assertThat(odd).exists();
        assertThat(elsewhere).exists();
        assertThat(link).isSymbolicLink();
    }
}
