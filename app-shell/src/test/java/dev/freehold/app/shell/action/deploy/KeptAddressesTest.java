package dev.freehold.app.shell.action.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.app.shell.Started;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nodes whose addresses nobody wrote, in one order and then in another.
class KeptAddressesTest {
    private static final String BASTION =
            "  - {name: bastion, role: bastion, shape: VM.Standard.E2.1.Micro, public-ip: reserved}";

    @TempDir
    Path home;

    private Path spec = Path.of("");

    private static String host(int number) {
        return "  - {name: ampere-" + number + ", shape: VM.Standard.A1.Flex, memory-gb: 8}";
    }

    private static String text(List<String> nodes) {
        return "name: homelab\nnodes:\n" + String.join("\n", nodes) + "\n";
    }

    private Started run(String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("-f", spec.toString()));
        return Started.in(home, all.toArray(String[]::new));
    }

    @BeforeEach
    void a_platform_stands() throws Exception {
        spec = home.resolve("freehold.yaml");
        Files.writeString(spec, text(List.of(host(1), host(2), host(3), BASTION)));
        assertThat(run("deploy", "--yes").code()).isZero();
    }

    @Test
    void a_bastion_moved_to_the_top_changes_nothing() throws Exception {
        // when
        Files.writeString(spec, text(List.of(BASTION, host(1), host(2), host(3))));
        // then
        assertThat(run("plan").out()).contains("No changes.");
    }

    @Test
    void hosts_in_another_order_keep_their_addresses() throws Exception {
        // given
        var before = run("addresses", "-o", "json").out();
        // when
        Files.writeString(spec, text(List.of(host(1), host(3), BASTION, host(2))));
        // then
        assertThat(sorted(run("addresses", "-o", "json").out())).isEqualTo(sorted(before));
        assertThat(run("plan").out()).doesNotContain("oci/instance").doesNotContain("oci/tailnet-membership");
    }

    @Test
    void a_new_host_takes_nobodys_address() throws Exception {
        // when
        Files.writeString(
                spec,
                text(List.of("  - {name: extra, shape: VM.Standard.E2.1.Micro}", host(1), host(2), host(3), BASTION)));
        var plan = run("plan");
        // then
        assertThat(plan.out()).contains("oci/instance/extra").doesNotContain("ampere-1: replace");
        assertThat(plan.out().lines().filter(line -> line.contains("proxmox/tailscale-container")))
                .isEmpty();
    }

    private static List<String> sorted(String text) {
        var lines =
                new ArrayList<>(text.replace(",", "").lines().map(String::strip).toList());
        Collections.sort(lines);
        return lines;
    }
}
