package dev.freehold.lab.thirdparty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.lab.Lab;
import dev.freehold.lab.LabSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Oracle's own command line makes, changes and removes a compartment and a network in it.
@Tag("third-party")
class OracleCliNetworkTest {
    @TempDir
    private Path folder;

    private Lab lab;
    private OracleCli cli;
    private String root;

    @BeforeEach
    void start() {
        lab = Lab.start(LabSettings.in(folder).withPace(600));
        cli = OracleCli.against(lab.endpoints());
        root = lab.endpoints().ociCompartment();
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    @Test
    void a_compartment_comes_and_goes() {
        assertThat(cli.oci("iam", "availability-domain", "list").data()).hasSize(3);
        assertThat(cli.oci("iam", "region-subscription", "list")
                        .data()
                        .path(0)
                        .path("is-home-region")
                        .asBoolean())
                .isTrue();
        var team = made("iam", "compartment", "create", "-c", root, "--name", "team", "--description", "a test");
        assertThat(cli.oci("iam", "compartment", "list", "--name", "team").data())
                .hasSize(1);
        cli.oci("iam", "compartment", "update", "-c", team, "--description", "another")
                .json();

        cli.oci(
                        "iam",
                        "compartment",
                        "delete",
                        "-c",
                        team,
                        "--force",
                        "--wait-for-state",
                        "SUCCEEDED",
                        "--wait-interval-seconds",
                        "1")
                .json();

        assertThat(cli.oci("iam", "compartment", "get", "-c", team)
                        .data()
                        .path("lifecycle-state")
                        .asString())
                .isEqualTo("DELETED");
    }

    @Test
    void a_network_is_built_and_taken_down_in_order() {
        var vcn = made(
                "network",
                "vcn",
                "create",
                "-c",
                root,
                "--cidr-blocks",
                "[\"10.0.0.0/16\"]",
                "--display-name",
                "lab",
                "--dns-label",
                "lab");
        var gateway =
                made("network", "internet-gateway", "create", "-c", root, "--vcn-id", vcn, "--is-enabled", "true");
        var table = made("network", "route-table", "create", "-c", root, "--vcn-id", vcn, "--route-rules", "[]");
        var rules = "[{\"destination\":\"0.0.0.0/0\",\"networkEntityId\":\"" + gateway + "\"}]";
        cli.oci("network", "route-table", "update", "--rt-id", table, "--route-rules", rules, "--force")
                .json();
        var security = made(
                "network",
                "security-list",
                "create",
                "-c",
                root,
                "--vcn-id",
                vcn,
                "--egress-security-rules",
                "[{\"destination\":\"0.0.0.0/0\",\"protocol\":\"all\"}]",
                "--ingress-security-rules",
                "[{\"source\":\"0.0.0.0/0\",\"protocol\":\"6\",\"tcpOptions\":{\"destinationPortRange\":{\"min\":22,\"max\":22}}}]");
        var group = made("network", "nsg", "create", "-c", root, "--vcn-id", vcn);
        cli.oci(
                        "network",
                        "nsg",
                        "rules",
                        "add",
                        "--nsg-id",
                        group,
                        "--security-rules",
                        "[{\"direction\":\"EGRESS\",\"destination\":\"0.0.0.0/0\",\"protocol\":\"all\"}]")
                .json();
        assertThat(cli.oci("network", "nsg", "rules", "list", "--nsg-id", group).data())
                .hasSize(1);
        var subnet = made(
                "network",
                "subnet",
                "create",
                "-c",
                root,
                "--vcn-id",
                vcn,
                "--cidr-block",
                "10.0.1.0/24",
                "--route-table-id",
                table,
                "--security-list-ids",
                "[\"" + security + "\"]",
                "--dns-label",
                "hosts");
        cli.oci("network", "subnet", "update", "--subnet-id", subnet, "--display-name", "hosts", "--force")
                .json();
        var address = made("network", "public-ip", "create", "-c", root, "--lifetime", "RESERVED");
        assertThat(cli.oci("network", "public-ip", "list", "-c", root, "--scope", "REGION", "--all")
                        .data())
                .hasSize(1);
        // the VCN's own and this one, page by page
        assertThat(cli.oci("network", "security-list", "list", "-c", root, "--all", "--page-size", "1")
                        .data())
                .hasSize(2);

        assertThat(cli.oci("network", "vcn", "delete", "--vcn-id", vcn, "--force")
                        .refusal())
                .isIn("Conflict", "IncorrectState");
        assertThat(cli.oci("network", "internet-gateway", "delete", "--ig-id", gateway, "--force")
                        .refusal())
                .isIn("Conflict", "IncorrectState");
        gone("network", "public-ip", "delete", "--public-ip-id", address);
        gone("network", "subnet", "delete", "--subnet-id", subnet);
        gone("network", "route-table", "delete", "--rt-id", table);
        gone("network", "internet-gateway", "delete", "--ig-id", gateway);
        gone("network", "security-list", "delete", "--security-list-id", security);
        gone("network", "nsg", "delete", "--nsg-id", group);
        gone("network", "vcn", "delete", "--vcn-id", vcn);
        assertThat(cli.oci("network", "vcn", "list", "-c", root, "--lifecycle-state", "AVAILABLE")
                        .json())
                .isEmpty();
    }

    private String made(String... words) {
        return cli.oci(words).data().path("id").asString();
    }

    private void gone(String... words) {
        var command = new java.util.ArrayList<>(java.util.List.of(words));
        command.add("--force");
        cli.oci(command.toArray(String[]::new)).json();
    }
}
