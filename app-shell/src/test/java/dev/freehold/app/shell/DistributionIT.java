package dev.freehold.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

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
}
