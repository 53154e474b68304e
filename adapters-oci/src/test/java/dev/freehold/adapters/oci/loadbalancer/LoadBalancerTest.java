package dev.freehold.adapters.oci.loadbalancer;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static dev.freehold.ports.driver.Calls.standing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.freehold.adapters.oci.LeapingTimeline;
import dev.freehold.adapters.oci.OciCloud;
import dev.freehold.adapters.oci.Profiles;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.output.OciOutputs.Address;
import dev.freehold.domain.output.Ocid;
import dev.freehold.domain.output.OnOracle.Identified;
import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.quantity.Mbps;
import dev.freehold.domain.resource.OciResource.LoadBalancer;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.ports.driver.Calls;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.DeleteAnswer;
import dev.freehold.ports.driver.Observed;
import dev.freehold.ports.driver.Refused;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.driver.Unforeseen;
import dev.freehold.ports.skeleton.PollingPace;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The load balancer against answers in the shape of Oracle's reference, and states that the lab's never comes to.
class LoadBalancerTest {
    private static final String ALL = "/20170115/loadBalancers";
    private static final String OCID = "ocid1.loadbalancer.oc1..b";
    private static final String WORK = "/20170115/loadBalancerWorkRequests/ocid1.work.oc1..w";
    private static final LoadBalancer WANTED = new LoadBalancer(
            "main",
            new Mbps(10),
            new Mbps(10),
            new Ref<>(new ResourceId("oci/subnet/main")),
            List.of(new Ref<>(new ResourceId("oci/network-security-group/load-balancer"))),
            List.of(new Ref<>(new ResourceId("oci/private-ip/ingress"))),
            List.of());

    @RegisterExtension
    static final WireMockExtension ORACLE =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    @TempDir
    private Path folder;

    private OciCloud cloud;

    @BeforeEach
    void open() {
        cloud = new OciCloud(Profiles.writtenIn(folder, URI.create(ORACLE.baseUrl())), "main", PollingPace.LAB);
        ORACLE.stubFor(
                get(urlPathEqualTo("/20160918/subnets/ocid1.subnet.oc1..s")).willReturn(okJson("""
                    {"id": "ocid1.subnet.oc1..s", "compartmentId": "ocid1.compartment.oc1..a"}\
                    """)));
        ORACLE.stubFor(get(urlPathEqualTo(WORK))
                .inScenario("work")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("done")
                .willReturn(okJson(work("IN_PROGRESS"))));
        ORACLE.stubFor(get(urlPathEqualTo(WORK))
                .inScenario("work")
                .whenScenarioStateIs("done")
                .willReturn(okJson(work("SUCCEEDED"))));
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private static String work(String state) {
        return """
            {"id": "ocid1.work.oc1..w", "lifecycleState": "%s", "message": "no bandwidth left", "errorDetails": []}\
            """.formatted(state);
    }

    private static String balancer(int mbps, String backend) {
        return """
            {"id": "%1$s", "displayName": "main", "lifecycleState": "ACTIVE", "shapeName": "flexible",
             "shapeDetails": {"minimumBandwidthInMbps": %2$d, "maximumBandwidthInMbps": %2$d},
             "networkSecurityGroupIds": ["ocid1.networksecuritygroup.oc1..g"],
             "backendSets": {
               "http": {"name": "http", "policy": "ROUND_ROBIN",
                 "backends": [{"name": "x", "ipAddress": "%3$s", "port": 80}]},
               "https": {"name": "https", "policy": "ROUND_ROBIN",
                 "backends": [{"name": "x", "ipAddress": "%3$s", "port": 443}]}},
             "freeformTags": {"freehold-platform": "main", "freehold-resource": "oci/load-balancer/main",
               "freehold-token": "token-1"}}\
            """.formatted(OCID, mbps, backend);
    }

    private static void listing(String json) {
        ORACLE.stubFor(get(urlPathEqualTo(ALL)).willReturn(okJson(json)));
    }

    private static Context context() {
        var timeline = new LeapingTimeline();
        return new Context(
                standing(LoadBalancerTest::outputs),
                timeline,
                Context.Progress.SILENT,
                timeline.now().plus(Duration.ofMinutes(30)));
    }

    private static Outputs outputs(ResourceId id) {
        return switch (id.kind()) {
            case "subnet" -> new Identified(new Ocid("ocid1.subnet.oc1..s"));
            case "private-ip" -> new Address(new Ocid("ocid1.privateip.oc1..p"), Ipv4.parse("10.0.1.5"));
            default -> new Identified(new Ocid("ocid1.networksecuritygroup.oc1..g"));
        };
    }

    private ResourceDriver<LoadBalancer> driver() {
        return cloud.drivers().of(WANTED);
    }

    @Test
    void it_is_made_by_a_work_request_and_then_seen_as_wanted() throws InterruptedException {
        // given
        listing("[]");
        ORACLE.stubFor(post(urlPathEqualTo(ALL))
                .willReturn(noContent().withHeader("opc-work-request-id", "ocid1.work.oc1..w")));
        ORACLE.stubFor(get(urlPathEqualTo(ALL))
                .inScenario("work")
                .whenScenarioStateIs("done")
                .willReturn(okJson("[" + balancer(10, "10.0.1.5") + "]")));
        // when
        var outputs = Calls.created(driver().create(WANTED, new Token("token-1"), context()));
        // then
        assertThat(outputs).isEqualTo(new Identified(new Ocid(OCID)));
        assertThat(driver().observe(WANTED, context())).contains(new Observed(WANTED, outputs));
        assertThat(ORACLE.findAll(postRequestedFor(urlPathEqualTo(ALL))))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.getHeader("opc-retry-token")).isEqualTo("token-1");
                    assertThat(request.getBodyAsString())
                            .contains("\"shapeName\":\"flexible\"", "10.0.1.5", "oci/load-balancer/main");
                });
    }

    @Test
    void work_that_failed_is_refused_with_its_words() throws InterruptedException {
        // given
        listing("[]");
        ORACLE.stubFor(post(urlPathEqualTo(ALL))
                .willReturn(noContent().withHeader("opc-work-request-id", "ocid1.work.oc1..w")));
        ORACLE.stubFor(get(urlPathEqualTo(WORK)).willReturn(okJson(work("FAILED"))));
        // when, then
        assertThat(driver().create(WANTED, new Token("token-1"), context()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.words()).contains("no bandwidth left"));
    }

    @Test
    void other_backends_are_set_and_nothing_else() throws InterruptedException {
        // given
        listing("[" + balancer(10, "10.0.1.99") + "]");
        ORACLE.stubFor(put(urlPathMatching(ALL + "/" + OCID + "/backendSets/https?"))
                .willReturn(aResponse().withStatus(204).withHeader("opc-work-request-id", "ocid1.work.oc1..w")));
        // when
        driver().update(WANTED, WANTED, context());
        // then
        ORACLE.verify(2, putRequestedFor(urlPathMatching(ALL + "/.*/backendSets/https?")));
        ORACLE.verify(2, putRequestedFor(urlPathMatching("/.*")));
    }

    @Test
    void a_shape_without_its_bandwidth_is_unforeseen() {
        listing("[" + balancer(10, "10.0.1.5").replaceFirst("\"shapeDetails\": \\{[^}]*},", "") + "]");
        assertThatThrownBy(() -> driver().observe(WANTED, context()))
                .isInstanceOf(Unforeseen.class)
                .hasMessageContaining("shape");
    }

    @Test
    void a_state_that_nobody_knows_is_unforeseen() {
        listing("[" + balancer(10, "10.0.1.5").replace("ACTIVE", "JUGGLING") + "]");
        assertThatThrownBy(() -> driver().observe(WANTED, context())).isInstanceOf(Unforeseen.class);
    }

    @Test
    void one_that_oracle_gave_up_on_is_not_as_wanted_and_can_be_removed() throws InterruptedException {
        // given
        listing("[" + balancer(10, "10.0.1.5").replace("ACTIVE", "FAILED") + "]");
        ORACLE.stubFor(delete(urlPathEqualTo(ALL + "/" + OCID))
                .willReturn(noContent().withHeader("opc-work-request-id", "ocid1.work.oc1..w")));
        ORACLE.stubFor(get(urlPathEqualTo(ALL + "/" + OCID)).willReturn(jsonResponse("""
            {"code": "NotAuthorizedOrNotFound", "message": "Not found."}\
            """, 404)));
        // when
        var seen = driver().observe(WANTED, context());
        var removed = driver().delete(WANTED, context());
        // then
        assertThat(seen).isPresent();
        assertThat(seen.orElseThrow().actual()).isNotEqualTo(WANTED);
        assertThat(removed).isEqualTo(new DeleteAnswer.Deleted());
        ORACLE.verify(deleteRequestedFor(urlPathEqualTo(ALL + "/" + OCID)));
    }
}
