package dev.freehold.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.local.age.AgeFile;
import dev.freehold.adapters.local.age.IdentityFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Secrets typed at a real pseudo-terminal: they do not show, however quick somebody types.
@Tag("third-party")
class HiddenInputTest {
    private static final String TYPED = "hunter2-correct-horse";

    @TempDir
    private Path folder;

    private AtTerminal.Shown plays(List<String> steps, String... command) throws Exception {
        return new AtTerminal(folder).plays(steps, command);
    }

    private String kept(String name) throws Exception {
        var secrets = folder.resolve(".freehold/sim/secrets");
        var identities = IdentityFile.read(Files.readAllBytes(secrets.resolve("identity")));
        return new String(
                AgeFile.decrypt(Files.readAllBytes(secrets.resolve("vault/" + name + ".age")), identities),
                StandardCharsets.UTF_8);
    }

    /// A shell that starts the program and then says whether the terminal shows what is typed.
    private String[] thenTellingTheTerminal(String redirection, String... words) {
        var quoted = new ArrayList<String>();
        for (var word : AtTerminal.program(words)) {
            quoted.add("'" + word + "'");
        }
        // As the launcher says it, because Java can't tell one from the other.
        quoted.add(1, "-Dfreehold.terminals=" + (redirection.isEmpty() ? "012" : "02"));
        return new String[] {
            "/bin/sh",
            "-c",
            "trap : INT; " + String.join(" ", quoted) + redirection
                    + "; echo \"ended $?\"; stty -a | grep -o -e '-\\?echo '"
        };
    }

    @Test
    void a_value_that_is_typed_as_soon_as_it_is_asked_for_does_not_show() throws Exception {
        for (var redirection : List.of("", " > out.txt")) {
            // when
            var shown = plays(
                    List.of("expect Value of token: ", "type " + TYPED + "\\r", "expect ended 0"),
                    thenTellingTheTerminal(redirection, "secrets", "set", "token"));
            // then
            assertThat(shown.text()).doesNotContain(TYPED).containsPattern("(?m)^echo ");
            assertThat(kept("token")).isEqualTo(TYPED);
        }
    }

    @Test
    void one_that_is_typed_ahead_of_the_question_is_not_shown_after_it() throws Exception {
        // given a control: what a terminal shows where nothing is hidden
        var visible = plays(List.of("expect ready", "type " + TYPED + "\\r"), "/bin/sh", "-c", "echo ready; read x");
        assertThat(visible.text()).contains(TYPED);
        // when all questions of setup are answered blindly, one at once after the other
        Files.writeString(folder.resolve("freehold.yaml"), "name: homelab\napps: [tailscale-operator]\n");
        var shown = plays(
                List.of(
                        "expect (operator-oauth.client-id, not shown): ",
                        "type " + TYPED + "\\r",
                        "expect (operator-oauth.client-secret, not shown): ",
                        "type tskey-api-" + TYPED + "\\r",
                        "expect it begins with tskey-client-",
                        "expect (operator-oauth.client-secret, not shown): ",
                        "type tskey-client-" + TYPED + "\\r"),
                AtTerminal.program("setup", "flux", "--yes", "--offline", "--target", "live"));
        // then
        assertThat(shown.code()).isEqualTo(1); // nothing is fetched here
        assertThat(shown.text()).contains("is not kept on this computer").doesNotContain(TYPED);
    }

    @Test
    void ctrl_c_at_a_hidden_question_leaves_a_terminal_that_shows_again() throws Exception {
        for (var redirection : List.of("", " > out.txt")) {
            var shown = plays(
                    List.of("expect Value of token: ", "type half\\x03", "expect ended 130"),
                    thenTellingTheTerminal(redirection, "secrets", "set", "token"));
            assertThat(shown.text()).doesNotContain("half").containsPattern("(?m)^echo ");
        }
        assertThat(folder.resolve(".freehold/sim/secrets/vault")).doesNotExist();
    }

    @Test
    void the_history_keeps_no_line_that_was_refused_for_a_value() throws Exception {
        var shown = plays(
                List.of(
                        "expect default platform> ",
                        "type secrets set token " + TYPED + "\\r",
                        "expect every program",
                        "expect default platform> ",
                        "type --target sim secrets set token=" + TYPED + "\\r",
                        "expect every program",
                        "expect default platform> ",
                        "type secret set token " + TYPED + "\\r",
                        "expect did you mean",
                        "expect default platform> ",
                        "type secrets list\\r",
                        "expect default platform> ",
                        "type exit\\r"),
                AtTerminal.program());
        assertThat(shown.code()).isZero();
        assertThat(folder.resolve(".freehold/history"))
                .content()
                .contains("secrets list", "exit")
                .doesNotContain(TYPED);
    }

    @Test
    void in_the_interactive_shell_it_does_not_show_either() throws Exception {
        var shown = plays(
                List.of(
                        "expect default platform> ",
                        "type secrets set token\\r",
                        "expect Value of token: ",
                        "type " + TYPED + "\\r",
                        "expect Kept the secret token",
                        "expect default platform> ",
                        "type exit\\r"),
                AtTerminal.program());
        assertThat(shown.code()).isZero();
        assertThat(shown.text()).doesNotContain(TYPED);
        assertThat(kept("token")).isEqualTo(TYPED);
        assertThat(folder.resolve(".freehold/history")).content().doesNotContain(TYPED);
    }
}
