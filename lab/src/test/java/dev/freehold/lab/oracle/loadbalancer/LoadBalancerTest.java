package dev.freehold.lab.oracle.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.lab.Client.Got;
import dev.freehold.lab.OpenLab;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class LoadBalancerTest {
    @TempDir
    Path folder;

    private OpenLab lab;
    private String subnet;

    @BeforeEach
    void start() {
        lab = OpenLab.in(folder);
        var vcn = post("/20160918/vcns", "'cidrBlock': '10.0.0.0/16'");
        subnet = post("/20160918/subnets", "'vcnId': '%s', 'cidrBlock': '10.0.1.0/24'".formatted(vcn.id()))
                .id();
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    private Got post(String path, String members) {
        return lab.client().post(path, "{'compartmentId': '%s', %s}".formatted(lab.root(), members));
    }

    private Got create(int mbps) {
        return post("/20170115/loadBalancers", """
            'displayName': 'lb', 'shapeName': 'flexible', 'subnetIds': ['%s'],
            'shapeDetails': {'minimumBandwidthInMbps': 10, 'maximumBandwidthInMbps': %d},
            'backendSets': {'web': {'policy': 'ROUND_ROBIN', 'healthChecker': {'protocol': 'TCP'},
            'backends': [{'ipAddress': '10.0.1.10', 'port': 80}]}},
            'listeners': {'http': {'defaultBackendSetName': 'web', 'port': 80, 'protocol': 'TCP'}}\
            """.formatted(subnet, mbps));
    }

    private JsonNode only() {
        return lab.client()
                .get("/20170115/loadBalancers?compartmentId=" + lab.root())
                .json()
                .path(0);
    }

    @Test
    void a_balancer_is_made_by_a_work_request_and_holds_its_subnet_until_it_is_gone() {
        // given
        var created = create(10);
        assertThat(created.status()).isEqualTo(204);
        var work = "/20170115/loadBalancerWorkRequests/"
                + created.header("opc-work-request-id").orElseThrow();
        assertThat(lab.client().get(work).json().path("lifecycleState").asString())
                .isEqualTo("IN_PROGRESS");
        assertThat(only().path("lifecycleState").asString()).isEqualTo("CREATING");
        // when
        lab.clock().pass(Duration.ofMinutes(1));
        // then
        assertThat(lab.client().get(work).json().path("lifecycleState").asString())
                .isEqualTo("SUCCEEDED");
        assertThat(only().path("lifecycleState").asString()).isEqualTo("ACTIVE");
        assertThat(only().path("ipAddresses").path(0).path("ipAddress").asString())
                .startsWith("203.0.113.");
        assertThat(only().path("backendSets")
                        .path("web")
                        .path("backends")
                        .path(0)
                        .path("name")
                        .asString())
                .isEqualTo("10.0.1.10:80");
        var target = "/20170115/loadBalancers/" + only().path("id").asString();
        assertThat(lab.client().delete(target + "/backendSets/web").code()).isEqualTo("IncorrectState");
        assertThat(lab.client().delete("/20160918/subnets/" + subnet).code()).isEqualTo("Conflict");
        assertThat(lab.client().delete(target).status()).isEqualTo(204);
        lab.clock().pass(Duration.ofMinutes(2));
        assertThat(only().path("lifecycleState").asString()).isEqualTo("DELETED");
        assertThat(lab.client().delete("/20160918/subnets/" + subnet).status()).isEqualTo(204);
    }

    @Test
    void a_free_tenancy_has_one_of_ten_megabits() {
        assertThat(create(20).text()).contains("LimitExceeded", "lb-flexible-bandwidth-sum");
        assertThat(create(5).code()).isEqualTo("InvalidParameter");
        assertThat(create(10).status()).isEqualTo(204);
        assertThat(create(10).text()).contains("LimitExceeded", "lb-flexible-count");
    }

    @Test
    void parts_come_and_go_by_name() {
        // given
        create(10);
        lab.clock().pass(Duration.ofMinutes(1));
        var target = "/20170115/loadBalancers/" + only().path("id").asString();
        // when
        var backend = lab.client().post(target + "/backendSets/web/backends", "{'ipAddress': '10.0.1.11', 'port': 80}");
        var again = lab.client().post(target + "/listeners", "{'name': 'http'}");
        lab.client().delete(target + "/backendSets/web/backends/10.0.1.10%3A80");
        lab.client().delete(target + "/listeners/http");
        // then
        assertThat(backend.status()).isEqualTo(204);
        assertThat(again.code()).isEqualTo("Conflict");
        var set = lab.client().get(target + "/backendSets/web").json();
        assertThat(set.path("backends")
                        .valueStream()
                        .map(one -> one.path("ipAddress").asString()))
                .containsExactly("10.0.1.11");
        assertThat(only().path("listeners")).isEmpty();
    }
}
