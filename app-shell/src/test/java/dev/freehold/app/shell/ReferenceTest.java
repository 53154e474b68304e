package dev.freehold.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `docs/reference/` says what the code says. With -Dfreehold.reference=write it is written anew instead.
class ReferenceTest {
    @TempDir
    Path folder;

    @Test
    void the_reference_agrees_with_the_code() throws Exception {
        // given
        var reference = Path.of("..", "docs", "reference").toAbsolutePath().normalize();
        var pages = Reference.pages(folder);
        if ("write".equals(System.getProperty("freehold.reference"))) {
            Files.createDirectories(reference);
            for (var page : pages.entrySet()) {
                Files.writeString(reference.resolve(page.getKey()), page.getValue());
            }
        }
        // then
        for (var page : pages.entrySet()) {
            assertThat(reference.resolve(page.getKey())).content().isEqualTo(page.getValue());
        }
        try (var files = Files.list(reference)) {
            assertThat(files.map(file -> file.getFileName().toString())).hasSameElementsAs(pages.keySet());
        }
    }
}
