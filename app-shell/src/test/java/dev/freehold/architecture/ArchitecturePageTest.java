package dev.freehold.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The picture of the modules in docs/architecture.md shows what the modules really are.
class ArchitecturePageTest {
    private static final Path PAGE =
            Path.of("").toAbsolutePath().getParent().resolve("docs").resolve("architecture.md");
    private static final Pattern MODULES =
            Pattern.compile("## Modules\\s+```mermaid\\s+graph TD\\s+(.*?)```", Pattern.DOTALL);

    private static final JavaClasses FREEHOLD = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.freehold");

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"domain", "engine", "adapters-local", "adapters-oci", "lab", "app-shell"})
    void the_picture_of_a_large_module_has_its_packages_and_their_arrows(String folder) throws IOException {
        // given
        var own = "dev.freehold." + folder.replace('-', '.');
        var rooms = new TreeSet<String>();
        var arrows = new TreeSet<String>();
        for (var type : FREEHOLD) {
            if (!isIn(own, type.getPackageName())) {
                continue;
            }
            var from = room(own, type.getPackageName());
            rooms.add(from);
            for (var use : type.getDirectDependenciesFromSelf()) {
                var to = use.getTargetClass().getBaseComponentType().getPackageName();
                if (isIn(own, to) && !room(own, to).equals(from)) {
                    arrows.add(from + " --> " + room(own, to));
                }
            }
        }
        rooms.removeIf(room ->
                arrows.stream().anyMatch(arrow -> List.of(arrow.split(" --> ")).contains(room)));
        arrows.addAll(rooms);
        // when
        var picture = Pattern.compile("### `" + folder + "`\\s+```mermaid\\s+graph TD\\s+(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE));
        assertThat(picture.find())
                .as("a Mermaid graph under the heading " + folder)
                .isTrue();
        var drawn = picture.group(1)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        // then
        assertThat(String.join("\n", drawn)).isEqualTo(String.join("\n", arrows));
    }

    private static boolean isIn(String own, String name) {
        return name.equals(own) || name.startsWith(own + '.');
    }

    /// The first package below the module's own.
    private static String room(String own, String name) {
        return name.equals(own) ? "root" : name.substring(own.length() + 1).replaceFirst("\\..*", "");
    }

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
