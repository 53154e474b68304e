package dev.freehold.app.shell.action.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.app.shell.Started;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// From an empty folder to five passing checks, and back to an empty world.
class DefaultPlatformTest {
    @TempDir
    Path home;

    @Test
    void the_main_job_runs_from_an_empty_home_to_an_empty_world() {
        assertThat(command("deploy", "all", "--yes").code()).isZero();

        var validated = command("validate", "all");
        assertThat(validated.code()).isZero();
        assertThat(validated.out().lines().filter(line -> line.endsWith(" PASS")))
                .hasSize(5);
        assertThat(validated.out().strip()).endsWith("All checks passed");
        assertThat(command("plan").out().strip()).endsWith("No changes.");
        assertThat(command("plan", "--detailed-exitcode").code()).isZero();
        assertThat(command("drift").code()).isZero();

        assertThat(command("destroy", "all", "--yes").code()).isZero();
        assertThat(command("state", "list").out()).isEmpty();
        assertThat(json("drift").at("/strays")).isEmpty();
        assertThat(command("plan", "--detailed-exitcode").code()).isEqualTo(5);
    }

    @Test
    void a_deployment_waits_for_nothing_but_its_critical_path() {
        var deployed = json("deploy", "all", "--yes");

        assertThat(deployed.at("/makespanSeconds").asDouble())
                .isEqualTo(deployed.at("/criticalPathSeconds").asDouble())
                .isGreaterThan(3600);
    }

    @Test
    void one_seed_is_one_run_and_another_is_another() {
        var first = seeded("a", "7");

        assertThat(seeded("b", "7")).isEqualTo(first);
        assertThat(seeded("c", "8")).isNotEqualTo(first);
    }

    private String seeded(String folder, String seed) {
        var started = Started.in(home.resolve(folder), "deploy", "--seed", seed, "--yes", "-o", "json");
        assertThat(started.code()).as(started.err()).isZero();
        return started.out().replaceFirst("\"run\" ?: ?\"[^\"]*\"", "");
    }

    private Started command(String... words) {
        return Started.in(home, words);
    }

    private JsonNode json(String... words) {
        var all = new String[words.length + 2];
        System.arraycopy(words, 0, all, 2, words.length);
        all[0] = "-o";
        all[1] = "json";
        var started = command(all);
        assertThat(started.code()).as(started.err()).isZero();
        return JsonMapper.shared().readTree(started.out());
    }
}
