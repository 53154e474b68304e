package dev.freehold.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The picture of the modules in docs/architecture.md shows what the modules really are.
class ArchitecturePageTest {
    private static final Path PAGE =
            Path.of("").toAbsolutePath().getParent().resolve("docs").resolve("architecture.md");
    private static final Pattern MODULES =
            Pattern.compile("## Modules\\s+```mermaid\\s+graph TD\\s+(.*?)```", Pattern.DOTALL);

    @Test
    void the_picture_of_the_modules_has_the_arrows_of_the_design() throws IOException {
        // given
        var designed = new TreeSet<String>();
        Module.all().forEach(module -> module.knows().forEach(other -> designed.add(module + " --> " + other)));
        // when
        var page = MODULES.matcher(Files.readString(PAGE));
        assertThat(page.find()).as("a Mermaid graph under the heading Modules").isTrue();
        var drawn = page.group(1)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        // then
        assertThat(drawn).isEqualTo(designed);
    }
}
