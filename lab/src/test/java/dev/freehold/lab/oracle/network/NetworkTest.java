package dev.freehold.lab.oracle.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.lab.Client.Got;
import dev.freehold.lab.OpenLab;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkTest {
    @TempDir
    Path folder;

    private OpenLab lab;
    private Got vcn;

    @BeforeEach
    void start() {
        lab = OpenLab.in(folder);
        vcn = post("vcns", "'cidrBlocks': ['10.0.0.0/16'], 'dnsLabel': 'lab', 'displayName': 'net'");
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    /// In the root compartment.
    private Got post(String path, String members) {
        return lab.client().post("/20160918/" + path, "{'compartmentId': '%s', %s}".formatted(lab.root(), members));
    }

    private Got delete(String path, Got what) {
        return lab.client().delete("/20160918/" + path + '/' + what.id());
    }

    private Got get(String path, Got what) {
        return lab.client().get("/20160918/" + path + '/' + what.id());
    }

    private Got subnet(String block) {
        return post("subnets", "'vcnId': '%s', 'cidrBlock': '%s', 'dnsLabel': 'sub'".formatted(vcn.id(), block));
    }

    @Test
    void a_vcn_comes_with_its_three_defaults_which_go_with_it_alone() {
        // given
        var list = "/20160918/securityLists/"
                + vcn.json().path("defaultSecurityListId").asString();
        // then
        assertThat(vcn.json().path("vcnDomainName").asString()).isEqualTo("lab.oraclevcn.com");
        assertThat(lab.client().get(list).json().path("ingressSecurityRules")).hasSize(3);
        assertThat(lab.client().delete(list).status()).isEqualTo(409);
        assertThat(lab.client().put(list, "{'ingressSecurityRules': []}").json().path("ingressSecurityRules"))
                .isEmpty();
        // when
        assertThat(delete("vcns", vcn).status()).isEqualTo(204);
        assertThat(delete("vcns", vcn).code()).isEqualTo("IncorrectState");
        lab.clock().pass(Duration.ofSeconds(6));
        // then
        assertThat(delete("vcns", vcn).code()).isEqualTo("NotAuthorizedOrNotFound");
        assertThat(get("vcns", vcn).json().path("lifecycleState").asString()).isEqualTo("TERMINATED");
        assertThat(lab.client().get(list).json().path("lifecycleState").asString())
                .isEqualTo("TERMINATED");
        lab.clock().pass(Duration.ofHours(2));
        assertThat(get("vcns", vcn).status()).isEqualTo(404);
    }

    @Test
    void a_network_is_taken_down_in_its_order_alone() {
        // given
        var gateway = post("internetGateways", "'vcnId': '%s', 'isEnabled': true".formatted(vcn.id()));
        var table = post(
                "routeTables",
                "'vcnId': '%s', 'routeRules': [{'destination': '0.0.0.0/0', 'networkEntityId': '%s'}]"
                        .formatted(vcn.id(), gateway.id()));
        var subnet = post(
                "subnets",
                "'vcnId': '%s', 'cidrBlock': '10.0.1.0/24', 'routeTableId': '%s'".formatted(vcn.id(), table.id()));
        assertThat(subnet.status()).isEqualTo(200);
        // then
        assertThat(delete("internetGateways", gateway).text()).contains("Conflict", table.id());
        assertThat(delete("routeTables", table).text()).contains("Conflict", subnet.id());
        assertThat(delete("vcns", vcn).text()).contains("Conflict", subnet.id());
        // when
        for (var step : new Object[][] {{"subnets", subnet}, {"routeTables", table}, {"internetGateways", gateway}}) {
            assertThat(delete((String) step[0], (Got) step[1]).status()).isEqualTo(204);
            lab.clock().pass(Duration.ofSeconds(6));
        }
        // then
        assertThat(delete("vcns", vcn).status()).isEqualTo(204);
    }

    @Test
    void a_subnet_lies_in_its_vcn_and_apart_from_others() {
        var subnet = subnet("10.0.1.0/24");
        assertThat(subnet.json().path("virtualRouterIp").asString()).isEqualTo("10.0.1.1");
        assertThat(subnet.json().path("subnetDomainName").asString()).isEqualTo("sub.lab.oraclevcn.com");
        assertThat(subnet("10.0.1.128/25").text()).contains("overlaps");
        assertThat(subnet("10.1.0.0/24").code()).isEqualTo("InvalidParameter");
        assertThat(subnet("10.0.2.1/24").code()).isEqualTo("InvalidParameter");
        assertThat(subnet("nonsense").code()).isEqualTo("InvalidParameter");
    }

    @Test
    void a_free_tenancy_has_two_vcns() {
        // given
        assertThat(post("vcns", "'cidrBlock': '10.1.0.0/16'").status()).isEqualTo(200);
        // when
        var third = post("vcns", "'cidrBlock': '10.2.0.0/16'");
        // then
        assertThat(third.status()).isEqualTo(400);
        assertThat(third.code()).isEqualTo("LimitExceeded");
        assertThat(third.text()).contains("vcn-count");
    }

    @Test
    void bad_rules_are_refused() {
        for (var rule : new String[] {
            "{'protocol': '6'}",
            "{'source': '0.0.0.0/0'}",
            "{'source': '0.0.0.0/0', 'protocol': 'tcp'}",
            "{'source': '0.0.0.0/0', 'protocol': '1', 'tcpOptions': {}}",
            "{'source': '0.0.0.0/0', 'protocol': '6', 'tcpOptions': {'destinationPortRange': {'min': 90, 'max': 80}}}"
        }) {
            assertThat(post(
                                    "securityLists",
                                    "'vcnId': '%s', 'egressSecurityRules': [], 'ingressSecurityRules': [%s]"
                                            .formatted(vcn.id(), rule))
                            .status())
                    .as(rule)
                    .isEqualTo(400);
        }
    }

    @Test
    void rules_of_a_security_group_have_ids_of_their_own() {
        // given
        var group = post("networkSecurityGroups", "'vcnId': '%s'".formatted(vcn.id()));
        var path = "/20160918/networkSecurityGroups/" + group.id();
        var rule = "{'direction': 'INGRESS', 'protocol': '6', 'source': '10.0.0.0/16'}";
        // when
        var added = lab.client()
                .post(path + "/actions/addSecurityRules", "{'securityRules': [%s, %s]}".formatted(rule, rule));
        var id = added.json().path("securityRules").path(0).path("id").asString();
        lab.client().post(path + "/actions/removeSecurityRules", "{'securityRuleIds': ['%s']}".formatted(id));
        // then
        assertThat(lab.client().get(path + "/securityRules").json())
                .containsExactly(added.json().path("securityRules").path(1));
    }

    @Test
    void reserved_addresses_are_kept_across_a_restart_and_a_free_tenancy_has_two() {
        // given
        var made = IntStream.range(0, 2)
                .mapToObj(_ -> post("publicIps", "'lifetime': 'RESERVED'"))
                .toList();
        assertThat(post("publicIps", "'lifetime': 'RESERVED'").code()).isEqualTo("LimitExceeded");
        assertThat(made.getFirst().json().path("lifecycleState").asString()).isEqualTo("PROVISIONING");
        // when
        lab.close();
        lab = lab.again();
        lab.clock().pass(Duration.ofSeconds(6));
        // then
        var listed = lab.client()
                .get("/20160918/publicIps?scope=REGION&compartmentId=" + lab.root())
                .json();
        assertThat(listed).hasSize(2);
        assertThat(listed.path(0).path("lifecycleState").asString()).isEqualTo("AVAILABLE");
        assertThat(listed.path(0).path("ipAddress"))
                .isEqualTo(made.getFirst().json().path("ipAddress"));
    }
}
