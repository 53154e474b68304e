package dev.freehold.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.app.shell.command.CommandDefinition;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.GlobalOption;
import dev.freehold.app.shell.command.Option;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What scripts and other programs were promised. A name may be added here; one that stands here may not go.
class ContractTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "help",
                "--version",
                "exit",
                "init",
                "schema",
                "import",
                "export",
                "setup",
                "secrets list",
                "secrets set",
                "secrets rotate",
                "secrets doctor",
                "secrets encrypt",
                "secrets decrypt",
                "secrets edit",
                "secrets updatekeys",
                "secrets rotate-data-key",
                "secrets backup",
                "images build",
                "images list",
                "images sbom",
                "images harden-check",
                "quota",
                "fit",
                "addresses",
                "forecast",
                "timeline",
                "plan",
                "deploy",
                "validate",
                "status",
                "outputs",
                "explain",
                "graph",
                "drift",
                "destroy",
                "rollback",
                "state list",
                "state show",
                "state history",
                "state unlock",
                "state push",
                "state pull",
                "runs",
                "lab serve",
                "lab endpoints",
                "lab reset",
                "rehearse",
                "run",
                "use"
            })
    void the_command_is_there(String name) {
        assertThat(Catalogue.COMMANDS.named(name)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "init, --topology --force",
        "setup, --yes",
        "secrets encrypt, --in-place",
        "images build, --builder --arch --without",
        "plan, --refresh --detailed-exitcode",
        "deploy, --yes --until --prebuilt-images --hunt",
        "validate, --junit",
        "graph, --format",
        "destroy, --yes --cascade",
        "rollback, --yes --list",
        "lab serve, --port-base --tenancy --wire-faults",
        "rehearse, --runs"
    })
    void its_options_are_there(String name, String options) {
        assertThat(options(Catalogue.COMMANDS.named(name))).contains(options.split(" "));
    }

    private static List<String> options(CommandDefinition command) {
        return command.options().stream().map(Option::longName).toList();
    }

    @Test
    void every_command_takes_the_same_options_each_with_a_variable() {
        assertThat(GlobalOption.values())
                .flatExtracting(global -> global.option().names())
                .contains(
                        "-f",
                        "--file",
                        "--target",
                        "--home",
                        "-o",
                        "--output",
                        "--color",
                        "--verbose",
                        "--faults",
                        "--seed",
                        "--offline");
        assertThat(GlobalOption.settable())
                .extracting(GlobalOption::variable)
                .containsExactlyInAnyOrder(
                        "FREEHOLD_FILE",
                        "FREEHOLD_TARGET",
                        "FREEHOLD_HOME",
                        "FREEHOLD_OUTPUT",
                        "FREEHOLD_COLOR",
                        "FREEHOLD_VERBOSE",
                        "FREEHOLD_FAULTS",
                        "FREEHOLD_SEED",
                        "FREEHOLD_OFFLINE");
    }

    @Test
    void exit_codes_are_as_promised() {
        assertThat(Arrays.stream(ExitCode.values()).map(ExitCode::number)).containsExactly(0, 1, 2, 3, 4, 5, 130);
    }

    @Test
    void every_command_that_is_ready_does_something() {
        for (var command : Catalogue.COMMANDS.all()) {
            if (command.ready()) {
                assertThat(command.action().get()).isNotNull();
            }
        }
    }
}
