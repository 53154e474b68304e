package dev.freehold.app.shell.action.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.app.shell.Started;
import dev.freehold.domain.specfile.Topology;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Hosts are to be replaced, and only phase oci was asked for, while later phases live on them.
class StandsOnItTest {
    @TempDir
    Path home;

    private String spec = "";

    @BeforeEach
    void a_platform_whose_hosts_are_to_move() throws Exception {
        assertThat(Started.in(home, "deploy", "--yes").code()).isZero();
        var text = Topology.THREE_NODE.text();
        assertThat(text).contains("10.0.1.12");
        spec = Files.writeString(home.resolve("moved.yaml"), text.replace("10.0.1.12", "10.0.1.99"))
                .toString();
    }

    @Test
    void plan_says_what_a_deployment_would_refuse() {
        var text = Started.in(home, "plan", "oci", "-f", spec);
        assertThat(text.code()).isEqualTo(3);
        assertThat(text.out()).contains("A deployment would be refused").contains("stands on oci/instance/ampere-3");
        var json = Started.in(home, "plan", "oci", "--detailed-exitcode", "-f", spec, "-o", "json");
        assertThat(json.code()).isEqualTo(3);
        assertThat(json.out()).containsPattern("\"blockedBy\" : \\[\\s*\\{");
    }

    @Test
    void the_command_that_a_refusal_names_removes_what_is_in_the_way() {
        // given
        var refused = Started.in(home, "deploy", "oci", "--yes", "-f", spec);
        assertThat(refused.code()).isEqualTo(3);
        var remedy = refused.err()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("freehold destroy"))
                .findFirst()
                .orElseThrow();
        // when
        assertThat(Started.script(remedy + " --yes\n").code()).isZero();
        // then
        assertThat(Started.in(home, "deploy", "oci", "--yes", "-f", spec).code())
                .isZero();
    }
}
