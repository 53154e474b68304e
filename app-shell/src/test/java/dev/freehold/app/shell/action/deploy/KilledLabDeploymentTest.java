package dev.freehold.app.shell.action.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.app.shell.Killed;
import dev.freehold.app.shell.ServedLab;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// SIGKILL at random moments of a deployment over the wire, and the same command again. How many seeds are tried is
/// -Dfreehold.kills, 5 where nobody says.
@Execution(ExecutionMode.CONCURRENT)
class KilledLabDeploymentTest {
    /// About as many lines as a deployment of the oci layer prints.
    private static final int LINES = 80;

    @TempDir
    Path home;

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("freehold.kills", 5));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_same_command_goes_on_to_the_same_platform_and_makes_nothing_twice(long seed) throws Exception {
        var random = new SplittableRandom(seed);
        try (var lab = ServedLab.in(home)) {
            // given
            for (int kill = 0; kill < 2; kill++) {
                killed(random.nextInt(1, LINES), "deploy", "oci", "--yes", "--prebuilt-images");
            }
            // when
            lab.succeeds("deploy", "oci", "--yes", "--prebuilt-images");
            // then
            assertThat(lab.standing()).doesNotHaveDuplicates();
            assertThat(lab.succeeds("drift").out()).contains("No drift");
            lab.succeeds("validate", "oci", "cost");
            // and when it is to go
            killed(random.nextInt(1, LINES / 2), "destroy", "oci", "--yes");
            lab.succeeds("destroy", "oci", "--yes");
            // then
            assertThat(lab.standing()).noneMatch(id -> id.startsWith("oci/"));
        }
    }

    private void killed(int lines, String... words) throws Exception {
        var all = new String[words.length + 4];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "--target";
        all[words.length + 1] = "lab";
        all[words.length + 2] = "--home";
        all[words.length + 3] = home.toString();
        Killed.afterLines(lines, all);
    }
}
