package dev.freehold.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private static final int BAD_USAGE = 2;

    @TempDir
    Path home;

    @Test
    void options_of_every_command_stand_before_or_after_it() {
        // when
        var before = Started.in(home, "-o", "json", "addresses");
        var after = Started.in(home, "addresses", "-o", "json");
        var joined = Started.in(home, "addresses", "--output=json");
        // then
        assertThat(before.code()).isZero();
        assertThat(before.out()).startsWith("{");
        assertThat(after).isEqualTo(before);
        assertThat(joined).isEqualTo(before);
    }

    @Test
    void options_of_every_command_stand_within_its_name_too() {
        assertThat(Started.in(home, "state", "-o", "json", "list").out()).startsWith("{");
    }

    @Test
    void an_environment_variable_stands_for_each_option() {
        // given
        var environment = Map.of("FREEHOLD_OUTPUT", "json", "FREEHOLD_HOME", home.toString());
        // then
        assertThat(Started.with(environment, "addresses").out()).startsWith("{");
        assertThat(Started.with(environment, "addresses", "-o", "text").out()).startsWith("HOST");
    }

    @Test
    void a_bad_variable_is_named() {
        var started = Started.with(Map.of("FREEHOLD_TARGET", "moon"), "addresses");
        assertThat(started.code()).isEqualTo(BAD_USAGE);
        assertThat(started.err()).contains("FREEHOLD_TARGET").contains("sim, lab, live");
    }

    @Test
    void an_unknown_command_is_answered_with_the_nearest() {
        var started = Started.with("plann");
        assertThat(started.code()).isEqualTo(BAD_USAGE);
        assertThat(started.out()).isEmpty();
        assertThat(started.err()).isEqualTo("""
            error: Unknown command
              There is no command 'plann'; did you mean 'plan'?
                  freehold help plan
            """);
    }

    @Test
    void an_unknown_option_is_answered_with_the_nearest() {
        var started = Started.with("plan", "--refesh");
        assertThat(started.code()).isEqualTo(BAD_USAGE);
        assertThat(started.err()).contains("did you mean --refresh?").contains("freehold help plan");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "''",
                "state",
                "state lst",
                "explain",
                "explain nothing",
                "plan moon",
                "plan --seed x",
                "plan -o yaml",
                "plan --color pink",
                "plan oci oci2",
                "rollback",
                "rollback oci x",
                "rollback all",
                "run",
                "run nope",
                "@nope",
                "--runs 3 rehearse",
                "rehearse --runs 0",
                "rehearse --runs x",
                "init",
                "graph --format png",
                "destroy",
                "deploy validation",
                "validate moon",
                "outputs",
                "outputs moon",
                "plan --file",
                "-f",
                "plan -f ''",
                "plan --yes=maybe",
                "addresses extra",
                "help moon",
                "runs a b",
                "plan -f nope.yaml",
                "plan -o json -o text"
            })
    void bad_usage_exits_2_with_a_message_and_no_stack_trace(String line) {
        // when
        var words = dev.freehold.app.shell.line.LineWords.of(line).words();
        var started = Started.in(home, words.toArray(String[]::new));
        // then
        assertThat(started.code()).isEqualTo(BAD_USAGE);
        assertThat(started.err()).startsWith("error: ").doesNotContain("\tat ").doesNotContain("bug in Freehold");
    }

    @ParameterizedTest
    @ValueSource(strings = "validate --junit x")
    void what_is_promised_for_later_says_so_and_exits_2(String line) {
        // when
        var started = Started.in(home, line.split(" "));
        // then
        assertThat(started.code()).isEqualTo(BAD_USAGE);
        assertThat(started.err()).startsWith("error: Not there yet\n").contains("is not there yet");
        assertThat(started.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"state push", "state pull"})
    void a_simulated_state_is_shared_with_nobody(String line) {
        // when
        var started = Started.in(home, line.split(" "));
        // then
        assertThat(started.code()).isEqualTo(BAD_USAGE);
        assertThat(started.err()).startsWith("error: The state is not shared\n").contains("--target live");
        assertThat(started.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0h", "soon", "", "5", "-3h", "3h 5m"})
    void a_hunt_of_no_duration_is_bad_usage(String duration) {
        // when
        var started = Started.in(home, "deploy", "oci", "--yes", "--hunt", duration);
        // then
        assertThat(started.code()).isEqualTo(BAD_USAGE);
        assertThat(started.err()).contains("--hunt takes days, hours, minutes and seconds, such as 72h");
        assertThat(Started.in(home, "state", "list").out()).isEmpty();
    }

    @Test
    void what_nobody_foresaw_is_called_a_bug_and_shows_its_trace_only_when_asked(@TempDir Path folder)
            throws Exception {
        // given a journal that is no journal
        var layer = Files.createDirectories(folder.resolve("sim/state/oci/journal"));
        assertThat(layer).isDirectory();
        // when
        var quiet = Started.in(folder, "state", "list");
        var verbose = Started.in(folder, "state", "list", "--verbose");
        // then
        assertThat(quiet.code()).isEqualTo(1);
        assertThat(quiet.err()).startsWith("error: ").doesNotContain("\tat ");
        assertThat(verbose.code()).isEqualTo(1);
    }

    @Test
    void help_fits_80_columns_and_names_every_command() {
        for (var command : Catalogue.COMMANDS.all()) {
            var words = command.name().equals("--version")
                    ? new String[] {"--version", "--help"}
                    : ("help " + command.name()).split(" ");
            var help = Started.with(words);
            assertThat(help.code()).isZero();
            assertThat(help.out().lines()).allMatch(line -> line.length() <= 80);
            if (!command.name().equals("help")) { // whose --help is that of everything
                assertThat(Started.with((command.name() + " --help").split(" ")))
                        .isEqualTo(help);
            }
            assertThat(Started.with("help").out()).contains(command.path().getFirst());
        }
        assertThat(Started.with("help").out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void help_of_a_family_shows_its_members() {
        assertThat(Started.with("help", "state").out()).contains("state list").contains("state unlock");
    }

    @Test
    void a_completion_script_knows_commands_and_options() {
        assertThat(Started.with("help", "--completion").out())
                .contains("deploy")
                .contains("--until")
                .contains("proxmox");
    }
}
