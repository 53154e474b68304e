package dev.freehold.adapters.oci.ownership;

import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static dev.freehold.ports.driver.Calls.standing;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.freehold.adapters.oci.LeapingTimeline;
import dev.freehold.adapters.oci.OciCloud;
import dev.freehold.adapters.oci.Profiles;
import dev.freehold.domain.output.Ocid;
import dev.freehold.domain.output.OnOracle.Identified;
import dev.freehold.domain.quantity.Usd;
import dev.freehold.domain.resource.Phase;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.SetupResource.Budget;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.DeleteAnswer;
import dev.freehold.ports.driver.Refused;
import dev.freehold.ports.skeleton.PollingPace;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Oracle answers 404 both for what is gone and for what one may not remove; the two must not be mixed up.
class RemovalAnswersTest {
    private static final String ALL = "/20190111/budgets";
    private static final String ONE = ALL + "/ocid1.budget.oc1..b";
    private static final Budget BUDGET =
            new Budget("main", new Usd(BigDecimal.ONE), new Ref<>(ResourceId.of(Phase.SETUP, "compartment", "main")));
    private static final String STANDING = """
        [{"id": "ocid1.budget.oc1..b", "compartmentId": "ocid1.tenancy.oc1..t", "displayName": "main", "amount": 1,
          "targetType": "COMPARTMENT", "targets": ["ocid1.compartment.oc1..a"], "resetPeriod": "MONTHLY",
          "lifecycleState": "ACTIVE", "alertRuleCount": 0, "timeCreated": "2026-01-01T00:00:00Z",
          "timeUpdated": "2026-01-01T00:00:00Z",
          "freeformTags": {"freehold-platform": "main", "freehold-resource": "setup/budget/main",
            "freehold-token": "token-1"}}]
        """;

    @RegisterExtension
    static final WireMockExtension ORACLE =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    @TempDir
    private Path folder;

    private OciCloud cloud;

    @BeforeEach
    void open() {
        cloud = new OciCloud(Profiles.writtenIn(folder, URI.create(ORACLE.baseUrl())), "main", PollingPace.LAB);
        ORACLE.stubFor(get(urlPathEqualTo("/20160918/compartments/ocid1.compartment.oc1..a"))
                .willReturn(okJson("""
                    {"id": "ocid1.compartment.oc1..a", "name": "main", "lifecycleState": "ACTIVE"}\
                    """)));
        ORACLE.stubFor(delete(urlPathEqualTo(ONE))
                .inScenario("removal")
                .willSetStateTo("asked")
                .willReturn(jsonResponse("""
                    {"code": "NotAuthorizedOrNotFound", "message": "Authorization failed or not found."}\
                    """, 404)));
        ORACLE.stubFor(get(urlPathEqualTo(ALL))
                .inScenario("removal")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(okJson(STANDING)));
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private static void listedAfterwards(String json) {
        ORACLE.stubFor(get(urlPathEqualTo(ALL))
                .inScenario("removal")
                .whenScenarioStateIs("asked")
                .willReturn(okJson(json)));
    }

    private DeleteAnswer removal() throws InterruptedException {
        var timeline = new LeapingTimeline();
        return cloud.drivers()
                .of(BUDGET)
                .delete(
                        BUDGET,
                        new Context(
                                standing(_ -> new Identified(new Ocid("ocid1.compartment.oc1..a"))),
                                timeline,
                                Context.Progress.SILENT,
                                timeline.now().plus(Duration.ofMinutes(5))));
    }

    @Test
    void what_stands_after_a_404_could_not_be_removed() throws InterruptedException {
        listedAfterwards(STANDING);
        assertThat(removal())
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("NotAuthorizedOrNotFound"));
    }

    @Test
    void what_somebody_else_removed_meanwhile_is_gone() throws InterruptedException {
        listedAfterwards("[]");
        assertThat(removal()).isEqualTo(new DeleteAnswer.Deleted());
    }
}
