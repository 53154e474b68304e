package dev.freehold.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whoever reads a class's name in a module knows which class it is. Modules that can't see each other may have a
/// word in common: an emulator's resource is not ours.
class NamesTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    /// What others see of these is their root package.
    private static final Set<String> SEEN_BY_THEIR_ROOT = Set.of(
            "adapters-sim",
            "adapters-local",
            "adapters-oci",
            "adapters-proxmox",
            "adapters-talos",
            "adapters-images",
            "lab");

    /// The classes that a module sees, its own and others', by module; nested ones are read with their owner's
    /// name.
    private static Map<String, List<String>> seenFrom(Module module) {
        var seen = new TreeMap<String, List<String>>();
        seen.put(module.folder(), classes(main(module), Integer.MAX_VALUE));
        Module.all()
                .filter(other -> module.knows().contains(other.folder()))
                .forEach(other -> seen.put(other.folder(), offered(other)));
        return seen;
    }

    private static List<String> offered(Module module) {
        return SEEN_BY_THEIR_ROOT.contains(module.folder())
                ? classes(main(module).resolve(module.root().replace('.', '/')), 1)
                : classes(main(module), Integer.MAX_VALUE);
    }

    private static Path main(Module module) {
        return ROOT.resolve(module.folder()).resolve("src/main/java");
    }

    private static List<String> classes(Path folder, int depth) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java") && !name.equals("package-info.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .distinct()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> twice(Collection<List<String>> modules) {
        var once = new TreeSet<String>();
        var twice = new TreeSet<String>();
        modules.stream().flatMap(List::stream).filter(name -> !once.add(name)).forEach(twice::add);
        return twice;
    }

    @Test
    void no_name_means_two_classes_to_who_sees_both() {
        assertThat(Module.all()
                        .flatMap(module ->
                                twice(seenFrom(module).values()).stream().map(name -> name + ", seen from " + module)))
                .isEmpty();
        assertThat(seenFrom(Module.APP_SHELL))
                .allSatisfy((_, names) -> assertThat(names).isNotEmpty());
    }

    @Test
    void a_name_of_two_modules_is_found() {
        assertThat(twice(List.of(List.of("Kind", "Ref"), List.of("Kind")))).containsExactly("Kind");
    }
}
