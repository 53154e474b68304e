package dev.freehold.app.shell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandParserTest {
    private static final CommandParser PARSER =
            new CommandParser(new CommandSet(List.of(named("plan"), named("run"), named("help"), named("--version"))));

    private static CommandDefinition named(String name) {
        return CommandDefinition.called(name, CommandGroup.SHELL, "for a test", () -> (_, _) -> ExitCode.DONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--home x", "-o json", "--output=json --seed 7", "--verbose", ""})
    void options_without_a_command_are_for_what_follows(String words) {
        assertThat(PARSER.isOptionsAlone(words(words))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "--home x plan", "--home x --version", "-h", "--home x --help", "@script", "''"})
    void a_command_is_found_among_options(String words) {
        assertThat(PARSER.isOptionsAlone(words(words))).isFalse();
    }

    @Test
    void an_option_that_no_command_has_is_refused() {
        assertThatThrownBy(() -> PARSER.isOptionsAlone(List.of("--bogus"))).isInstanceOf(CommandError.class);
    }

    @Test
    void help_alone_is_about_everything_and_help_of_a_command_about_that() {
        var defaults = Defaults.ofEnvironment(Map.of());

        assertThat(PARSER.parse(List.of("-h"), defaults).operands()).isEmpty();
        assertThat(PARSER.parse(List.of("plan", "-h"), defaults).operands()).containsExactly("plan");
    }

    private static List<String> words(String line) {
        return line.isEmpty() ? List.of() : List.of(line.split(" "));
    }
}
