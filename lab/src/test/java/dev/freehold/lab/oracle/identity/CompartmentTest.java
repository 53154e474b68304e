package dev.freehold.lab.oracle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.lab.OpenLab;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompartmentTest {
    @TempDir
    Path folder;

    private OpenLab lab;

    @BeforeEach
    void start() {
        lab = OpenLab.in(folder);
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    private String make(String name) {
        return lab.client()
                .post(
                        "/20160918/compartments",
                        "{'compartmentId': '%s', 'name': '%s', 'description': 'd'}".formatted(lab.root(), name))
                .id();
    }

    private String state(String id) {
        return lab.client()
                .get("/20160918/compartments/" + id)
                .json()
                .path("lifecycleState")
                .asString();
    }

    @Test
    void a_compartment_can_be_used_once_it_is_active() {
        // given
        var id = make("freehold");
        var vcn = "{'compartmentId': '%s', 'cidrBlocks': ['10.0.0.0/16']}".formatted(id);
        // then
        assertThat(state(id)).isEqualTo("CREATING");
        assertThat(lab.client().post("/20160918/vcns", vcn).code()).isEqualTo("NotAuthorizedOrNotFound");
        lab.clock().pass(Duration.ofSeconds(5));
        assertThat(state(id)).isEqualTo("ACTIVE");
        assertThat(lab.client().post("/20160918/vcns", vcn).status()).isEqualTo(200);
    }

    @Test
    void a_name_is_taken_until_its_compartment_is_deleted_and_the_deleted_one_stays_listed() {
        // given
        var id = make("freehold");
        lab.clock().pass(Duration.ofSeconds(5));
        var again = "{'compartmentId': '%s', 'name': 'freehold', 'description': 'd'}".formatted(lab.root());
        assertThat(lab.client().post("/20160918/compartments", again).code()).isEqualTo("CompartmentAlreadyExists");
        // when
        var deleted = lab.client().delete("/20160918/compartments/" + id);
        // then
        var request = "/20160918/workRequests/"
                + deleted.header("opc-work-request-id").orElseThrow();
        assertThat(lab.client().get(request).json().path("status").asString()).isEqualTo("IN_PROGRESS");
        lab.clock().pass(Duration.ofMinutes(3));
        assertThat(lab.client().get(request).json().path("status").asString()).isEqualTo("SUCCEEDED");
        assertThat(lab.client().post("/20160918/compartments", again).status()).isEqualTo(200);
        var listed = lab.client()
                .get("/20160918/compartments?compartmentId=" + lab.root())
                .json();
        assertThat(listed.valueStream().map(one -> one.path("lifecycleState").asString()))
                .containsExactly("DELETED", "CREATING");
    }

    @Test
    void a_compartment_that_holds_something_is_not_deleted() {
        // given
        var id = make("freehold");
        lab.clock().pass(Duration.ofSeconds(5));
        lab.client().post("/20160918/vcns", "{'compartmentId': '%s', 'cidrBlock': '10.0.0.0/16'}".formatted(id));
        // when
        var deleted = lab.client().delete("/20160918/compartments/" + id);
        lab.clock().pass(Duration.ofMinutes(3));
        // then
        var request = "/20160918/workRequests/"
                + deleted.header("opc-work-request-id").orElseThrow();
        assertThat(lab.client().get(request).json().path("status").asString()).isEqualTo("FAILED");
        assertThat(lab.client().get(request + "/errors").text()).contains("not empty", "ocid1.vcn.");
        assertThat(state(id)).isEqualTo("ACTIVE");
    }

    @Test
    void the_tenancy_knows_its_region_and_domains() {
        var domains = lab.client()
                .get("/20160918/availabilityDomains?compartmentId=" + lab.root())
                .json();
        assertThat(domains.valueStream().map(one -> one.path("name").asString()))
                .allMatch(name -> name.matches("\\w{4}:EU-FRANKFURT-1-AD-[123]"))
                .hasSize(3);
        assertThat(lab.client()
                        .get("/20160918/tenancies/" + lab.root())
                        .json()
                        .path("homeRegionKey")
                        .asString())
                .isEqualTo("FRA");
        assertThat(lab.client()
                        .get("/20160918/tenancies/" + lab.root() + "/regionSubscriptions")
                        .json()
                        .path(0)
                        .path("regionName")
                        .asString())
                .isEqualTo("eu-frankfurt-1");
        var root = lab.client().get("/20160918/compartments/" + lab.root()).json();
        assertThat(root.path("lifecycleState").asString()).isEqualTo("ACTIVE");
    }
}
