package dev.freehold.app.shell.action.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.app.shell.Started;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A repository over plain http, and SSH for everybody.
class PlainHttpTest {
    @TempDir
    private Path folder;

    private Path spec;

    @BeforeEach
    void a_spec_that_leaves_much_open() throws Exception {
        spec = Files.writeString(folder.resolve("freehold.yaml"), """
            name: open
            network: {ssh-from: [0.0.0.0/0]}
            gitops: {repository: "http://git.example.net/flux.git"}
            """);
    }

    private Started started(String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("-f", spec.toString()));
        return Started.in(folder.resolve("home"), all.toArray(String[]::new));
    }

    @Test
    void a_plan_says_what_is_open() {
        var plan = started("plan");

        assertThat(plan.code()).as(plan.err()).isZero();
        assertThat(plan.err()).contains("note:", "0.0.0.0/0", "network.ssh-from", "gitops.repository");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "deploy --yes", "setup --yes"})
    void nothing_is_made_of_it_where_it_is_real(String command) {
        var refused = started((command + " --target live").split(" "));

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("Bad spec", "freehold.yaml: gitops.repository:", "https://");
        assertThat(folder.resolve("home")).doesNotExist();
    }
}
