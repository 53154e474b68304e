package dev.freehold.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher alone, in a tree of its own: its JDK and its Maven are scripts that tell how they were called.
class LauncherTest {
    private static final Path LAUNCHER = Path.of("").toAbsolutePath().resolveSibling("freehold");
    private static final Instant BUILT = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    private Path folder;

    private Path root;
    private Path source;
    private Path stamp;
    private final Map<String, String> environment = new TreeMap<>();

    private record Outcome(int code, List<String> said, List<String> complained) {
        List<String> words() {
            return said.subList(said.indexOf("dev.freehold.app.shell.Freehold") + 1, said.size());
        }
    }

    @BeforeEach
    void a_built_tree_in_a_folder_with_spaces() throws IOException {
        root = Files.createDirectories(folder.resolve("free hold"));
        Files.copy(LAUNCHER, root.resolve("freehold"));
        var sources = Files.createDirectories(root.resolve("domain/src/main"));
        source = Files.writeString(sources.resolve("Spec.java"), "");
        var pom = Files.writeString(root.resolve("pom.xml"), "");
        var modulePom = Files.writeString(root.resolve("domain/pom.xml"), "");
        Files.createDirectories(root.resolve("app-shell/src/distribution"));
        stamp = Files.writeString(
                Files.createDirectories(root.resolve("app-shell/target/freehold"))
                        .resolve("built"),
                "");
        for (var old : List.of(source, sources, root.resolve("app-shell/src/distribution"), pom, modulePom)) {
            date(old, BUILT.minusSeconds(60));
        }
        date(stamp, BUILT);
        environment.put("PATH", System.getenv("PATH"));
        environment.put(
                "JAVA_HOME", jdk("jdk", "25.0.3", "printf '%s\\n' \"$@\"").toString());
    }

    @Test
    void words_arrive_as_they_were_given() throws Exception {
        var outcome = start(root, "./freehold", "a b", "", "'quoted'", "$HOME *", "-o");

        assertThat(outcome.words()).containsExactly("a b", "", "'quoted'", "$HOME *", "-o");
        assertThat(outcome.complained()).isEmpty();
    }

    @Test
    void it_works_through_symbolic_links_and_from_any_folder() throws Exception {
        var links = Files.createDirectories(folder.resolve("my links"));
        Files.createSymbolicLink(links.resolve("first"), Path.of("../free hold/freehold"));
        Files.createSymbolicLink(links.resolve("second"), links.resolve("first"));

        var outcome = start(folder, "my links/second", "--version");

        assertThat(outcome.words()).containsExactly("--version");
        assertThat(outcome.said())
                .contains(root.toRealPath() + "/app-shell/target/freehold/lib/freehold-app-shell.jar");
    }

    @Test
    void an_older_jdk_is_passed_over() throws Exception {
        without_the_usual_folders();
        var newer =
                environment.put("JAVA_HOME", jdk("old", "17.0.15", "echo old").toString());
        environment.put("PATH", newer + "/bin:" + System.getenv("PATH"));

        assertThat(start(root, "./freehold", "--version").words()).containsExactly("--version");
    }

    @Test
    void without_a_jdk_it_says_what_to_install() throws Exception {
        without_the_usual_folders();
        environment.put("JAVA_HOME", jdk("old", "1.8.0_402", "echo old").toString());
        environment.put("PATH", tools("sh", "readlink", "find"));

        var outcome = start(root, "./freehold", "--version");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.said()).isEmpty();
        assertThat(outcome.complained()).first().asString().isEqualTo("error: No JDK 25");
    }

    @Test
    void what_is_built_starts_without_maven() throws Exception {
        maven("exit 1");

        assertThat(start(root, "./freehold", "--version").code()).isZero();
    }

    @Test
    void newer_sources_are_built_first() throws Exception {
        maven("cat >/dev/null; echo \"JDK $JAVA_HOME\"; touch '" + stamp + "'");
        date(source, BUILT.plusSeconds(1));

        var outcome = start(root, "./freehold", "--version");

        assertThat(outcome.words()).containsExactly("--version");
        assertThat(outcome.complained()).singleElement().asString().startsWith("Building Freehold");
        assertThat(root.resolve("target/build.log")).content().contains("JDK " + environment.get("JAVA_HOME"));
    }

    @Test
    void a_build_sees_none_of_freeholds_variables() throws Exception {
        maven("env; touch '" + stamp + "'");
        Files.delete(source);
        environment.put("FREEHOLD_PASSPHRASE", "correct horse");
        environment.put("FREEHOLD_SECRET_TAILSCALE", "tskey-one\nFREEHOLD_SECRET_OTHER=two");

        assertThat(start(root, "./freehold", "--version").code()).isZero();

        assertThat(root.resolve("target/build.log"))
                .content()
                .contains("JAVA_HOME=")
                .doesNotContain("correct horse", "tskey-one");
    }

    @Test
    void what_dies_leaves_no_core_with_secrets_in_it() throws Exception {
        environment.put(
                "JAVA_HOME",
                jdk("jdk", "25", "ulimit -c; ulimit -Hc; echo \"$@\"").toString());

        var said = start(root, "./freehold", "--version").said();

        assertThat(said).startsWith("0", "0");
        assertThat(said.getLast()).contains("-XX:-CreateCoredumpOnCrash");
    }

    @Test
    void a_deleted_source_is_built_without() throws Exception {
        maven("touch '" + stamp + "'");
        Files.delete(source);

        assertThat(start(root, "./freehold", "--version").complained()).hasSize(1);
    }

    @Test
    void a_failing_build_shows_why() throws Exception {
        maven("printf '\\033[1mcannot find symbol\\033[m\\n'; exit 1");
        Files.delete(stamp);

        var outcome = start(root, "./freehold", "--version");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said()).isEmpty();
        assertThat(outcome.complained()).contains("cannot find symbol", "error: The build failed");
    }

    @Test
    void without_maven_it_says_what_to_install() throws Exception {
        environment.put("PATH", tools("sh", "readlink", "find", "mkdir"));
        Files.delete(stamp);

        var outcome = start(root, "./freehold", "--version");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.complained()).containsOnlyOnce("error: No Maven");
    }

    @Test
    void rehearsing_gets_both_compilers_and_one_command_the_quick_one() throws Exception {
        assertThat(start(root, "./freehold", "plan").said()).contains("-XX:TieredStopAtLevel=1");
        assertThat(start(root, "./freehold", "-o", "json", "rehearse").said())
                .doesNotContain("-XX:TieredStopAtLevel=1");
    }

    @Test
    void the_process_is_the_program() throws Exception {
        environment.put("JAVA_HOME", jdk("jdk", "25", "echo $$").toString());
        var process = process(root, "./freehold", "--version").start();

        assertThat(process.inputReader().readLine()).isEqualTo(Long.toString(process.pid()));
    }

    /// The machine's own JDKs out of the launcher's sight.
    private void without_the_usual_folders() throws IOException {
        var launcher = root.resolve("freehold");
        var text = Files.readString(launcher);
        var blind = text.replaceAll("/usr/lib/jvm/\\*[^;]*;", ";");
        assertThat(blind).isNotEqualTo(text);
        Files.writeString(launcher, blind);
    }

    private Path jdk(String name, String version, String java) throws IOException {
        var home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"A=B\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(home.resolve("bin/java"), java);
        script(home.resolve("bin/javac"), "exit 1");
        return home;
    }

    private void maven(String does) throws IOException {
        var bin = Files.createDirectories(folder.resolve("maven"));
        script(bin.resolve("mvn"), does);
        environment.put("PATH", bin + ":" + System.getenv("PATH"));
    }

    /// A PATH with these programs and no others.
    private String tools(String... names) throws IOException {
        var bin = Files.createDirectories(folder.resolve("tools"));
        for (var name : names) {
            script(bin.resolve(name), "exec /usr/bin/" + name + " \"$@\"");
        }
        return bin.toString();
    }

    private static void script(Path file, String does) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + does + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void date(Path file, Instant date) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(date));
    }

    private Outcome start(Path from, String... command) throws IOException, InterruptedException {
        var process = process(from, command).start();
        process.getOutputStream().close();
        var said = process.inputReader().lines().toList();
        var complained = process.errorReader().lines().toList();
        return new Outcome(process.waitFor(), said, complained);
    }

    private ProcessBuilder process(Path from, String... command) {
        var words = new ArrayList<>(List.of(command));
        words.set(0, from.resolve(command[0]).toString());
        var builder = new ProcessBuilder(words).directory(from.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder;
    }
}
