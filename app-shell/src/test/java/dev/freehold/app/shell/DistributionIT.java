package dev.freehold.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// The program as the build leaves it, started as a person starts it.
class DistributionIT {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path CACHE = ROOT.resolve("app-shell/target/freehold/freehold.aot");

    @Test
    void it_starts_without_building_again() throws Exception {
        var process = new ProcessBuilder(ROOT.resolve("freehold").toString(), "--version").start();

        assertThat(process.inputReader().lines()).singleElement().asString().startsWith("freehold ");
        assertThat(process.errorReader().lines()).isEmpty();
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void every_library_that_it_has_is_in_its_list_of_contents() throws Exception {
        var list = JsonMapper.shared().readTree(Files.readString(CACHE.resolveSibling("freehold.cdx.json")));
        var listed = list.path("components")
                .valueStream()
                .map(one ->
                        one.path("name").asString() + '-' + one.path("version").asString())
                .toList();

        assertThat(list.path("bomFormat").asString()).isEqualTo("CycloneDX");
        assertThat(listed).anyMatch(name -> name.startsWith("jackson-databind-"));
        assertThat(listed).noneMatch(name -> name.startsWith("assertj") || name.startsWith("junit"));
        try (var jars = Files.list(CACHE.resolveSibling("lib"))) {
            assertThat(jars.map(jar -> jar.getFileName().toString().replaceFirst("\\.jar$", ""))
                            .filter(name -> !name.equals("freehold-app-shell"))
                            // A library for one system or another has its name at the end.
                            .filter(name -> listed.stream().noneMatch(name::startsWith)))
                    .isEmpty();
        }
    }

    @Test
    void its_classes_come_from_the_cache() throws Exception {
        assertThat(CACHE).exists();
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:AOTCache=" + CACHE,
                        // Decides about modules, and so about whether the cache fits.
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xlog:class+load",
                        "-cp",
                        CACHE.resolveSibling("lib/freehold-app-shell.jar").toString(),
                        Freehold.class.getName(),
                        "--version")
                .start();

        assertThat(process.inputReader().lines())
                .filteredOn(line -> line.contains(" " + Freehold.class.getName() + " "))
                .singleElement()
                .asString()
                .contains("shared objects file");
    }

    @Test
    void a_damaged_cache_is_no_news() throws Exception {
        var copy = Files.createTempFile("damaged", ".aot");
        Files.writeString(copy, "no cache");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:disable",
                        "-XX:AOTCache=" + copy,
                        "-cp",
                        CACHE.resolveSibling("lib/freehold-app-shell.jar").toString(),
                        Freehold.class.getName(),
                        "--version")
                .redirectErrorStream(true)
                .start();

        assertThat(process.inputReader().lines()).singleElement().asString().startsWith("freehold ");
        Files.delete(copy);
    }

    @Test
    void the_training_of_a_build_keeps_out_of_the_home_of_whoever_builds(@TempDir Path folder) throws Exception {
        var built = CACHE.getParent();
        var copy = folder.resolve("freehold");
        Files.createDirectories(copy.resolve("lib"));
        try (var jars = Files.newDirectoryStream(built.resolve("lib"))) {
            for (var jar : jars) {
                Files.copy(jar, copy.resolve("lib").resolve(jar.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        var home = folder.resolve("home");
        var build = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        ROOT.resolve("app-shell/src/distribution/Distribution.java")
                                .toString(),
                        copy.toString(),
                        Instant.now().toString())
                .redirectErrorStream(true);
        build.environment().put("FREEHOLD_HOME", home.toString());
        var process = build.start();

        assertThat(process.inputReader().lines()).isEmpty();
        assertThat(process.waitFor()).isZero();
        assertThat(copy.resolve("freehold.aot")).exists();
        assertThat(home).doesNotExist();
    }
}
