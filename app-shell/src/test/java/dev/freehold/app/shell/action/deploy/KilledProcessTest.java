package dev.freehold.app.shell.action.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.app.shell.Killed;
import dev.freehold.app.shell.Started;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A process of its own, killed by the operating system (SIGKILL) in the middle of its work, and the same command
/// again.
@Execution(ExecutionMode.CONCURRENT)
class KilledProcessTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "after line {0}")
    @ValueSource(ints = {1, 8, 20, 45, 70, 95, 120, 150, 180, 210})
    void the_same_command_goes_on_to_the_same_platform(int lines) throws Exception {
        // given
        var undisturbed = folder.resolve("undisturbed");
        deploy(undisturbed);
        var killed = folder.resolve("killed");
        assertThat(Killed.afterLines(lines, "deploy", "--yes", "--home", killed.toString()))
                .as("it ended before it could be killed")
                .isTrue();
        // when
        deploy(killed);
        // then
        assertThat(standing(killed)).isEqualTo(standing(undisturbed));
        assertThat(Started.in(killed, "drift").code()).isZero();
        assertThat(Started.in(killed, "plan").out().strip()).endsWith("No changes.");
        // and when it is to go
        assertThat(Killed.afterLines(lines, "destroy", "all", "--yes", "--home", killed.toString()))
                .as("it ended before it could be killed")
                .isTrue();
        assertThat(Started.in(killed, "destroy", "all", "--yes").code()).isZero();
        // then
        assertThat(Started.in(killed, "state", "list").out()).isEmpty();
        assertThat(Started.in(killed, "drift").code()).isZero();
    }

    private static List<String> standing(Path home) {
        return Started.in(home, "state", "list").out().lines().sorted().toList();
    }

    private static void deploy(Path home) {
        var deployed = Started.in(home, "deploy", "--yes");
        assertThat(deployed.code()).as(deployed.err()).isZero();
    }
}
