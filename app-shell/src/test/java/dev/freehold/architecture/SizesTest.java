package dev.freehold.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A package is a room and not a hall; a class is read in one sitting, a method at one look, and the values of a
/// record are told apart.
class SizesTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final int MOST_CLASSES = 25;
    private static final int MOST_LINES = 300;
    private static final int MOST_LINES_OF_A_METHOD = 50;
    private static final int MOST_VALUES = 9;

    /// A node as its lines have it is what a spec's node is and its place in the file, each value by itself
    /// open or faulty; nobody but the reader of nodes sees it. A spec has a value for each section of the file
    /// that is written, and what is protected belongs to none of the others.
    private static final Set<String> WIDE = Set.of("NodeDraft", "Spec");

    private static List<Path> sources(Path root) {
        return Module.all()
                .map(module -> root.resolve(module.folder()).resolve("src/main/java"))
                .filter(Files::isDirectory)
                .flatMap(main -> below(main).stream())
                .toList();
    }

    private static List<Path> below(Path main) {
        try (var files = Files.walk(main)) {
            return files.filter(SizesTest::isClass).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isClass(Path file) {
        return file.toString().endsWith(".java") && !file.endsWith("package-info.java");
    }

    private static List<Path> halls(List<Path> sources) {
        return sources.stream()
                .collect(Collectors.groupingBy(Path::getParent, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(room -> room.getValue() > MOST_CLASSES)
                .map(room -> room.getKey())
                .toList();
    }

    private static List<Path> epics(List<Path> sources) {
        return sources.stream().filter(file -> lines(file) > MOST_LINES).toList();
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void no_package_has_more_classes_than_one_can_know() {
        assertThat(sources(ROOT)).hasSizeGreaterThan(500);
        assertThat(halls(sources(ROOT))).isEmpty();
    }

    @Test
    void no_class_has_more_lines_than_one_reads_at_once() {
        assertThat(epics(sources(ROOT))).isEmpty();
    }

    @Test
    void no_method_is_longer_than_one_look() {
        assertThat(SourceTree.methods(sources(ROOT)).filter(method -> method.lines() > MOST_LINES_OF_A_METHOD))
                .isEmpty();
    }

    @Test
    void no_record_has_more_values_than_one_tells_apart() {
        assertThat(SourceTree.records(sources(ROOT))
                        .filter(record -> record.values() > MOST_VALUES && !WIDE.contains(record.name())))
                .isEmpty();
    }

    @Test
    void a_method_is_as_long_as_its_lines_and_a_record_as_wide_as_its_values() {
        var self = ROOT.resolve("app-shell/src/test/java/dev/freehold/architecture/SourceTree.java");
        assertThat(SourceTree.methods(List.of(self)))
                .contains(new SourceTree.Method("SourceTree.visitMethod", 9))
                .hasSizeGreaterThan(3);
        assertThat(SourceTree.records(List.of(self))).contains(new SourceTree.Values("Method", 2));
    }

    @Test
    void too_many_and_too_long_are_found() {
        var many = Stream.iterate(0, number -> number + 1)
                .limit(MOST_CLASSES + 1)
                .map(number -> Path.of("hall", "Class" + number + ".java"))
                .toList();
        assertThat(halls(many)).containsExactly(Path.of("hall"));
        assertThat(lines(ROOT.resolve("pom.xml"))).isGreaterThan(MOST_LINES);
    }
}
