package dev.freehold.app.shell.action.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.app.shell.Started;
import dev.freehold.domain.specfile.Topology;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A platform stands, with data on it, and a spec comes that would take some of it away.
class ProtectedTest {
    @TempDir
    Path home;

    @BeforeEach
    void a_platform() {
        assertThat(Started.in(home, "deploy", "--yes").code()).isZero();
    }

    private String spec(String from, String to) throws Exception {
        var text = Topology.THREE_NODE.text();
        assertThat(text).contains(from);
        return Files.writeString(home.resolve("changed.yaml"), text.replace(from, to))
                .toString();
    }

    @Test
    void a_host_with_an_osd_is_not_replaced_before_somebody_says_that_its_data_may_be_lost() throws Exception {
        // given
        var moved = spec("10.0.1.12", "10.0.1.99");
        // when
        var refused = Started.in(home, "deploy", "--yes", "-f", moved);
        // then
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err()).contains("Protected", "oci/instance/ampere-3", "proxmox/ceph-osd/ampere-3");
        var planned = Started.in(home, "plan", "-f", moved, "-o", "json");
        assertThat(planned.code()).isEqualTo(3);
        assertThat(planned.out()).contains("\"rule\" : \"protected\"", "\"path\" : \"oci/instance/ampere-3\"");
        // and then
        var remedy = refused.err()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("freehold deploy"))
                .findFirst()
                .orElseThrow();
        assertThat(Started.script(remedy + "\n").code()).isZero();
        assertThat(Started.in(home, "plan", "-f", moved, "--detailed-exitcode").code())
                .isZero();
    }

    @Test
    void explain_says_what_it_holds() {
        assertThat(Started.in(home, "explain", "oci/instance/ampere-3").out())
                .contains("It holds the OSD ampere-3 on its boot volume", "--unprotect");
        assertThat(Started.in(home, "explain", "oci/vcn/homelab").out()).doesNotContain("It holds");
        assertThat(Started.in(home, "explain", "oci/vcn/homelab", "-o", "json").out())
                .contains("\"holds\" : null");
    }

    @Test
    void whoever_destroys_everything_means_the_data_too() {
        assertThat(Started.in(home, "destroy", "all", "--yes").code()).isZero();
    }

    @Test
    void what_the_spec_protects_is_not_destroyed_either() throws Exception {
        // given
        var protecting = spec("protect: []", "protect: [oci/reserved-public-ip/*]");
        // when
        var refused = Started.in(home, "destroy", "all", "--yes", "-f", protecting);
        // then
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err()).contains("oci/reserved-public-ip/bastion", "protect[0]", "take that out of protect");
        assertThat(Started.in(home, "plan", "-f", protecting, "--detailed-exitcode")
                        .code())
                .isZero();
        assertThat(Started.in(home, "destroy", "talos", "--yes", "-f", protecting)
                        .code())
                .isZero();
    }

    @Test
    void a_rollback_takes_no_data_along() throws Exception {
        // given
        var moved = spec("10.0.1.12", "10.0.1.99");
        assertThat(Started.in(home, "deploy", "--yes", "-f", moved, "--unprotect", "*")
                        .code())
                .isZero();
        // when
        var refused = Started.in(home, "rollback", "oci", "1", "--yes", "-f", moved);
        // then
        assertThat(refused.code()).isEqualTo(3);
    }
}
