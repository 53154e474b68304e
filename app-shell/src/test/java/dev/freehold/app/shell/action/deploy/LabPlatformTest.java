package dev.freehold.app.shell.action.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.app.shell.ServedLab;
import dev.freehold.app.shell.Started;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The oci layer over the wire: the real adapters against the lab's emulators.
@Execution(ExecutionMode.CONCURRENT)
class LabPlatformTest {
    @TempDir
    Path home;

    @Test
    void the_oci_layer_is_deployed_validated_and_destroyed() throws Exception {
        try (var lab = ServedLab.in(home)) {
            // when
            lab.succeeds("deploy", "oci", "--yes", "--prebuilt-images");
            // then
            assertThat(lab.succeeds("validate", "oci", "cost").out().strip()).endsWith("All checks passed");
            assertThat(lab.succeeds("plan", "oci").out().strip()).endsWith("No changes.");
            assertThat(lab.succeeds("plan", "oci", "--refresh").out().strip()).endsWith("No changes.");
            assertThat(lab.succeeds("drift").out()).contains("No drift");
            assertThat(lab.succeeds("outputs", "oci", "bastionPublicIp").out()).isNotBlank();
            assertThat(lab.standing()).doesNotHaveDuplicates().hasSize(19);
            // and when
            lab.succeeds("destroy", "oci", "--yes");
            // then
            assertThat(lab.standing()).noneMatch(id -> id.startsWith("oci/"));
            assertThat(lab.succeeds("state", "list").out()).doesNotContain("oci/instance");
            // and when the guards go too
            lab.succeeds("destroy", "setup", "images", "oci", "--yes", "--cascade");
            assertThat(lab.standing()).isEmpty();
        }
    }

    @Test
    void a_second_deployment_after_the_first_was_taken_down_works_as_well() throws Exception {
        try (var lab = ServedLab.in(home)) {
            lab.succeeds("deploy", "oci", "--yes", "--prebuilt-images");
            lab.succeeds("destroy", "oci", "--yes");
            lab.succeeds("deploy", "oci", "--yes", "--prebuilt-images");
            lab.succeeds("validate", "oci", "cost");
        }
    }

    @Test
    void a_home_that_lost_its_state_says_what_it_would_adopt_and_makes_nothing_twice() throws Exception {
        try (var lab = ServedLab.in(home)) {
            // given
            lab.succeeds("deploy", "oci", "--yes", "--prebuilt-images");
            var stood = lab.standing();
            try (var all = Files.walk(home.resolve("lab/state"))) {
                for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
            // when
            var plan = lab.succeeds("plan", "oci", "--prebuilt-images");
            // then
            assertThat(plan.out())
                    .contains("> setup/compartment/homelab: stands already")
                    .contains("> oci/instance/ampere-1: stands already")
                    .contains("> oci/tailnet-membership/ampere-1: stands already");
            // and when
            lab.succeeds("deploy", "oci", "--yes", "--prebuilt-images");
            // then
            assertThat(lab.standing()).containsExactlyInAnyOrderElementsOf(stood);
            assertThat(lab.succeeds("plan", "oci").out().strip()).endsWith("No changes.");
        }
    }

    @Test
    void what_has_no_adapter_yet_is_refused_before_anything_is_made() throws Exception {
        try (var lab = ServedLab.in(home)) {
            // when
            var refused = lab.run("deploy", "all", "--yes", "--prebuilt-images");
            // then
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err().replaceAll("\\s+", " "))
                    .contains("its adapter is not there yet, and nothing was changed");
            assertThat(lab.standing()).isEmpty();
        }
    }

    @Test
    void where_no_lab_serves_the_home_one_runs_inside_the_command_and_keeps_its_world() {
        // when
        var deployed = Started.in(home, "deploy", "setup", "--target", "lab", "--yes");
        // then
        assertThat(deployed.err()).contains("No lab serves this home");
    }
}
