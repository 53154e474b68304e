package dev.freehold.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is kept can be unusable, and that is no bug of the program.
class KeptThingsTest {
    private static final String BUG = "a bug in Freehold";

    @TempDir
    Path folder;

    @Test
    void a_file_where_the_home_should_be() throws Exception {
        // given
        var file = Files.writeString(folder.resolve("file"), "");
        // when
        var started = Started.in(file, "deploy", "setup", "--yes");
        // then
        assertThat(started.code()).isEqualTo(1);
        assertThat(started.err()).contains("can't be used").contains("--home").doesNotContain(BUG);
    }

    @Test
    void a_journal_with_another_byte_in_it() throws Exception {
        // given
        assertThat(Started.in(folder, "deploy", "setup", "--yes").code()).isZero();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(path -> path.toString().contains("journal"))
                    .filter(Files::isRegularFile)
                    .toList()) {
                var bytes = Files.readAllBytes(file);
                if (bytes.length > 0) {
                    bytes[bytes.length / 2] ^= 1;
                    Files.write(file, bytes);
                }
            }
        }
        // when
        var started = Started.in(folder, "deploy", "setup", "--yes");
        // then
        assertThat(started.code()).isEqualTo(1);
        assertThat(started.err()).contains("damaged").doesNotContain(BUG);
    }
}
