package dev.freehold.app.shell.interactive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The interactive shell on a real pseudo-terminal, which Python's standard library opens.
@Tag("third-party")
class AtATerminalTest {
    private static final String PROMPT = "expect default platform> ";

    @TempDir
    Path folder;

    @Test
    void a_session_takes_the_same_lines_as_the_command_line() throws Exception {
        var shown = session(
                PROMPT,
                "type addresses\\r",
                "expect ampere-3  10.0.1.12",
                PROMPT,
                "type -o json fit\\r",
                "expect \"bootVolumeGb\"",
                PROMPT,
                "type explain 'a b'\\r",
                "expect 'a b' is not a resource id",
                PROMPT,
                "type plann\\r",
                "expect did you mean 'plan'?",
                PROMPT,
                "type exit\\r");
        assertThat(shown.code()).isZero();
        assertThat(shown.text()).doesNotContain("Exception").doesNotContain("SLF4J");
        assertThat(folder.resolve(".freehold/history")).content().contains("addresses");
        assertThat(folder.resolve(".freehold/.gitignore")).hasContent("*");
        assertThat(Files.getPosixFilePermissions(folder.resolve(".freehold/history")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(folder.resolve(".freehold")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void use_sets_options_for_what_follows_and_the_prompt_shows_it() throws Exception {
        Files.writeString(folder.resolve("other.yaml"), "name: other\n");
        var shown = session(
                "expect sim default platform> ",
                "type use --target lab\\r",
                "expect lab default platform> ",
                "type plan\\r",
                "expect No lab serves this home",
                "expect lab default platform> ",
                "type use -f other.yaml --target sim\\r",
                "expect sim other.yaml> ",
                "type use -o json\\r",
                "expect sim other.yaml> ",
                "type addresses\\r",
                "expect \"hosts\"",
                "expect sim other.yaml> ",
                "type exit\\r");
        assertThat(shown.code()).isZero();
    }

    @Test
    void the_tab_key_completes_commands_options_phases_and_resources() throws Exception {
        var shown = session(
                PROMPT,
                "type addr\\t",
                "expect addresses",
                "type \\r",
                "expect tailnet   100.64",
                PROMPT,
                "type plan --ref\\t",
                "expect --refresh",
                "type  pro\\t",
                "expect proxmox",
                "type \\x03",
                PROMPT,
                "type explain oci/vcn/\\t",
                "expect homelab",
                "type \\x03",
                PROMPT,
                "type \\x04");
        assertThat(shown.code()).isZero();
    }

    @Test
    void ctrl_c_stops_the_running_command_and_keeps_the_shell() throws Exception {
        var shown = session(
                PROMPT,
                "type rehearse --runs 100000000\\r",
                "expect Ctrl-C ends it early",
                "type \\x03",
                PROMPT,
                "type addresses\\r",
                "expect ampere-1",
                PROMPT,
                "type exit\\r");
        assertThat(shown.code()).isZero();
    }

    @Test
    void ctrl_c_where_an_approval_is_asked_for_interrupts_and_keeps_the_shell() throws Exception {
        var shown = session(
                PROMPT, "type setup\\r", "expect [y/N] ", "type \\x03", "expect nterrupted", PROMPT, "type exit\\r");
        assertThat(shown.code()).isZero();
    }

    private record Shown(int code, String text) {}

    private Shown session(String... steps) throws Exception {
        var file = Files.write(folder.resolve("steps"), List.of(steps));
        var player = Path.of(Objects.requireNonNull(getClass().getResource("/at_a_terminal.py"))
                .toURI());
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classPath = List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .toList();
        var output = folder.resolve("shown").toFile();
        var process = new ProcessBuilder(
                        "python3",
                        player.toString(),
                        file.toString(),
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        String.join(File.pathSeparator, classPath),
                        "dev.freehold.app.shell.Freehold")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        int code = process.waitFor();
        var text = Files.readString(output.toPath());
        assertThat(text).doesNotContain("waited in vain");
        return new Shown(code, text);
    }
}
