package dev.freehold.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitCodesTest {
    @TempDir
    Path home;

    @BeforeEach
    void specs() throws Exception {
        Files.writeString(home.resolve("broken.yaml"), "nam: x\nnodes: [");
        // Above the allowance, and too small for its VMs.
        Files.writeString(home.resolve("large.yaml"), """
            name: large
            nodes:
              - {name: a, shape: VM.Standard.A1.Flex, ocpus: 3, memory-gb: 6}
              - {name: b, shape: VM.Standard.A1.Flex, ocpus: 3, memory-gb: 6}
              - {name: c, shape: VM.Standard.A1.Flex, ocpus: 3, memory-gb: 6}
            """);
        // Within the allowance, and too small for its VMs.
        Files.writeString(home.resolve("small.yaml"), """
            name: small
            nodes:
              - {name: a, shape: VM.Standard.A1.Flex, memory-gb: 3}
              - {name: b, shape: VM.Standard.A1.Flex, memory-gb: 3}
              - {name: c, shape: VM.Standard.A1.Flex, memory-gb: 3}
            """);
    }

    /// Where several hold: 2 for a spec that can't be read, then 3, then 2 for fit, then 5.
    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "plan --detailed-exitcode, broken.yaml, 2",
        "plan --detailed-exitcode, large.yaml, 3",
        "plan --detailed-exitcode, small.yaml, 2",
        "plan oci --detailed-exitcode, small.yaml, 5",
        "plan, small.yaml, 2",
        "quota, large.yaml, 3",
        "quota, small.yaml, 0",
        "fit, small.yaml, 2",
        "fit, broken.yaml, 2",
        "forecast, large.yaml, 0",
        "addresses, large.yaml, 0",
        "deploy --yes, large.yaml, 3",
        "deploy --yes, small.yaml, 2",
        "deploy, broken.yaml, 2"
    })
    void a_spec_that_is_not_well(String command, String spec, int code) {
        assertThat(started(command, spec).code()).isEqualTo(code);
        assertThat(Started.in(home, "state", "list").out()).isEmpty();
    }

    private Started started(String command, String spec) {
        var words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of("-f", home.resolve(spec).toString()));
        return Started.in(home, words.toArray(String[]::new));
    }

    @Test
    void of_a_platform_that_comes_and_goes() {
        assertThat(Started.in(home, "plan").code()).isZero();
        assertThat(Started.in(home, "validate").code()).isEqualTo(1);
        assertThat(Started.in(home, "deploy").code()).as("nobody approves").isEqualTo(4);
        assertThat(Started.in(home, "setup").code()).as("nobody approves").isEqualTo(4);
        assertThat(Started.answering(_ -> "n", "setup", "--home", home.toString())
                        .code())
                .isEqualTo(4);
        assertThat(Started.answering(_ -> "y", "setup", "--home", home.toString())
                        .code())
                .isZero();
        assertThat(Started.in(home, "deploy", "--yes").code()).isZero();
        assertThat(Started.in(home, "validate").out()).endsWith("All checks passed\n");
        assertThat(Started.in(home, "plan", "--detailed-exitcode").code()).isZero();
        assertThat(Started.in(home, "drift").code()).isZero();
        assertThat(Started.in(home, "destroy", "oci", "--yes").code())
                .as("proxmox stands on it")
                .isEqualTo(3);
        assertThat(Started.in(home, "rollback", "oci", "7", "--yes").code()).isEqualTo(2);
        assertThat(Started.in(home, "destroy", "oci", "--cascade", "--yes").code())
                .isZero();
        assertThat(Started.in(home, "plan", "--detailed-exitcode").code()).isEqualTo(5);
        assertThat(Started.in(home, "destroy", "all", "--yes").code()).isZero();
    }

    @Test
    void an_approval_that_is_broken_off_interrupts() {
        for (var command : List.of("setup", "deploy", "deploy -o json")) {
            var words = new ArrayList<>(List.of(command.split(" ")));
            words.addAll(List.of("--home", home.toString()));
            var started = Started.answering(_ -> null, words.toArray(String[]::new));
            assertThat(started.code()).as(command).isEqualTo(130);
            assertThat(started.out()).contains("interrupted").doesNotContain("refused");
            assertThat(Started.in(home, "state", "list").out()).isEmpty();
        }
    }

    @Test
    void a_part_of_setup_is_made_alone() {
        assertThat(Started.in(home, "setup", "ssh", "--yes").code()).isZero();
        assertThat(Started.in(home, "state", "list").out()).isEqualTo("setup/ssh-key-pair/homelab\n");
    }

    @Test
    void until_a_phase_before_every_named_one_is_bad_usage() {
        assertThat(Started.in(home, "deploy", "oci", "--until", "images", "--yes")
                        .code())
                .isEqualTo(2);
        assertThat(Started.in(home, "state", "list").out()).isEmpty();
    }

    @Test
    void until_the_last_phase_is_the_whole_with_its_validation() {
        var some = Started.in(home, "deploy", "all", "--until", "images", "--yes");
        assertThat(some.code()).isZero();
        assertThat(some.err()).contains("Validation is left out");
        assertThat(Started.in(home, "deploy", "--until", "all", "--yes").out()).contains("All checks passed");
        assertThat(Started.in(home, "deploy", "--until", "validation", "--yes").out())
                .contains("All checks passed");
    }

    @Test
    void a_failing_run_exits_1_and_says_what_failed() throws Exception {
        // given
        var faults = Files.writeString(
                home.resolve("faults.yaml"),
                "- {resource: 'oci/vcn/*', operation: create, error: refused, times: 100}\n");
        // when
        var started = Started.in(home, "deploy", "oci", "--yes", "--faults", faults.toString());
        // then
        assertThat(started.code()).isEqualTo(1);
        assertThat(started.out()).contains("oci/vcn/homelab").contains("failed");
    }

    @Test
    void a_faults_file_is_told_everything_that_is_wrong_in_it() throws Exception {
        // given
        var faults = Files.writeString(home.resolve("faults.yaml"), """
            - {resource: 'oci/*', error: no-rom}
            - {resurce: 'oci/*', error: halt, times: 0}
            - {error: timeout, when: after}
            - text
            """);
        // when
        var started = Started.in(home, "plan", "--refresh", "--faults", faults.toString());
        // then
        assertThat(started.code()).isEqualTo(2);
        assertThat(started.err())
                .contains("faults.yaml:1: error is 'no-rom'")
                .contains("faults.yaml:2: there is no key 'resurce'")
                .contains("times is '0'")
                .contains("faults.yaml:3: a fault needs a resource")
                .contains("faults.yaml:4: a fault is a group of keys");
    }
}
