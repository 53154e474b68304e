package dev.freehold.adapters.oci.survey;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.freehold.adapters.oci.LeapingTimeline;
import dev.freehold.adapters.oci.OciCloud;
import dev.freehold.adapters.oci.OciProfile;
import dev.freehold.adapters.oci.OracleByHand;
import dev.freehold.adapters.oci.Profiles;
import dev.freehold.domain.preflight.Look;
import dev.freehold.domain.preflight.Stakes;
import dev.freehold.domain.quantity.Usd;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.ports.driver.Busy;
import dev.freehold.ports.driver.Unforeseen;
import dev.freehold.ports.probe.BillingFacts;
import dev.freehold.ports.probe.CloudFacts;
import dev.freehold.ports.skeleton.PollingPace;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What the probes and the preflight make of Oracle's answers, the odd ones among them.
class ProbeAnswersTest {
    private static final String OURS = "\"freeformTags\": {\"freehold-platform\": \"main\"}";

    @RegisterExtension
    static final WireMockExtension WIRE =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    @TempDir
    private Path folder;

    private OciCloud cloud;
    private OracleByHand oracle;

    @BeforeEach
    void open() {
        cloud = new OciCloud(Profiles.writtenIn(folder, URI.create(WIRE.baseUrl())), "main", PollingPace.LAB);
        oracle = new OracleByHand(WIRE);
        oracle.region(1);
        oracle.answers(
                "/20190111/budgets",
                "[{\"id\": \"ocid1.budget.oc1..b\", \"lifecycleState\": \"ACTIVE\","
                        + " \"amount\": 1, \"actualSpend\": 0, " + OURS + "}]");
        oracle.answers(
                "/20190111/budgets/ocid1.budget.oc1..b/alertRules",
                "[{\"id\": \"ocid1.rule.oc1..r\","
                        + " \"threshold\": 1, \"thresholdType\": \"PERCENTAGE\", \"recipients\": \"me@example.org\", "
                        + OURS
                        + "}]");
        oracle.answers("/20181025/quotas", "[]");
        oracle.answers("/20160918/compartments", "[]");
        oracle.answers("/20160918/vcns", "[]");
        oracle.answers("/20160918/subnets", "[]");
        oracle.answers("/20160918/publicIps", "[]");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private static void costs(String rows) {
        WIRE.stubFor(post(urlPathEqualTo("/20200107/usage"))
                .willReturn(okJson("{\"groupBy\": [\"service\"], \"items\": [" + rows + "]}")));
    }

    private BillingFacts bill() throws InterruptedException {
        return cloud.probes(new LeapingTimeline()).billing().read().orElseThrow();
    }

    @Test
    void no_rows_are_no_zero() throws InterruptedException {
        costs("");
        assertThat(bill().counted()).isFalse();
        assertThat(bill().costs()).isEmpty();
    }

    @Test
    void every_cent_is_named_by_service_and_a_foreign_one_by_its_currency() throws InterruptedException {
        // given
        costs("""
            {"service": "Compute", "computedAmount": 0.004, "currency": "USD"},
            {"service": "Compute", "computedAmount": 0.007, "currency": "USD"},
            {"service": "Block Storage", "computedAmount": 0.03, "currency": "EUR"},
            {"service": "Compute", "computedAmount": 5, "currency": "USD", "isForecast": true},
            {"service": "Telemetry", "computedAmount": null, "currency": " "}\
            """);
        // then
        assertThat(bill().counted()).isTrue();
        assertThat(bill().costs())
                .extracting(cost -> cost.service() + " " + cost.amount())
                .containsExactly("Block Storage in EUR USD 0.03", "Compute USD 0.011", "Telemetry USD 0");
    }

    @Test
    void the_month_is_asked_for_in_whole_days_from_its_first() throws InterruptedException {
        // given it is 1 November 2026
        costs("");
        // when
        bill();
        // then
        WIRE.verify(postRequestedFor(urlPathEqualTo("/20200107/usage"))
                .withRequestBody(containing("2026-11-01T00:00:00"))
                .withRequestBody(containing("2026-11-02T00:00:00")));
    }

    @Test
    void a_percentage_is_shown_in_dollars() throws InterruptedException {
        costs("");
        assertThat(bill().alert()).contains(new BillingFacts.Alert(Usd.of("0.01"), "me@example.org"));
    }

    @Test
    void throttled_figures_are_no_figures() {
        WIRE.stubFor(post(urlPathEqualTo("/20200107/usage"))
                .willReturn(OracleByHand.refusal(429, "TooManyRequests", "Tenant is throttled.")));
        assertThatThrownBy(this::bill).isInstanceOf(Busy.class);
    }

    @Test
    void an_answer_without_figures_is_none() {
        WIRE.stubFor(post(urlPathEqualTo("/20200107/usage")).willReturn(okJson("{}")));
        assertThatThrownBy(this::bill).isInstanceOf(Unforeseen.class);
    }

    @Test
    void a_machine_that_did_nothing_for_a_week_is_seen_with_its_numbers() throws InterruptedException {
        // given 5 % of CPU and memory, and 45 MB an hour of 450 GB that 1 Gbps could carry
        oracle.running("ampere-1", OracleByHand.size("1.0", "8.0"));
        metric("CpuUtilization", 168, 5);
        metric("MemoryUtilization", 168, 5);
        metric("NetworksBytesIn", 168, 45_000_000);
        metric("NetworksBytesOut", 168, 1_000);
        // when
        var machine = machine();
        // then
        assertThat(machine.week()).hasValueSatisfying(week -> {
            assertThat(week.cpu()).isEqualTo(5);
            assertThat(week.network()).isEqualTo(0.01);
            assertThat(week.memory()).contains(5.0);
            assertThat(week.isIdle()).isTrue();
        });
        assertThat(machine.markedFree()).isFalse();
    }

    @Test
    void a_machine_that_was_not_measured_for_most_of_a_week_is_not_judged() throws InterruptedException {
        // given
        oracle.running("ampere-1", OracleByHand.size("1.0", "8.0"));
        metric("CpuUtilization", 100, 5);
        metric("MemoryUtilization", 100, 5);
        metric("NetworksBytesIn", 100, 5);
        metric("NetworksBytesOut", 100, 5);
        // then
        assertThat(machine().week()).isEmpty();
    }

    @Test
    void credentials_that_oracle_refuses_are_told_from_silence() throws InterruptedException {
        // given
        WIRE.stubFor(get(urlPathEqualTo("/20160918/tenancies/" + Profiles.TENANCY + "/regionSubscriptions"))
                .willReturn(OracleByHand.refusal(401, "NotAuthenticated", "The required information is missing.")));
        // when
        var look = cloud.preflight(Stakes.PRACTICE).look(DefaultSpec.threeNode());
        // then
        assertThat(look).isInstanceOf(Look.Denied.class);
        assertThat(((Look.Denied) look).words()).contains("REQ/1/2").contains("clock");
    }

    @Test
    void without_a_configuration_nothing_is_looked_at() throws InterruptedException {
        // given
        try (var nobodys = new OciCloud(OciProfile.of(folder.resolve("none"), "DEFAULT"), "main", PollingPace.LAB)) {
            // then
            assertThat(nobodys.preflight(Stakes.REAL).look(DefaultSpec.threeNode()))
                    .isEqualTo(new Look.Unseen("there is no OCI configuration at " + folder.resolve("none") + " yet"));
            assertThat(nobodys.probes(new LeapingTimeline()).billing().read()).isEmpty();
        }
    }

    @Test
    void a_limit_is_read_where_it_bounds_the_region_and_micros_where_they_are() throws InterruptedException {
        // given a regional limit of 2 beside 4 in each domain, and micros in the second domain
        oracle.answers("/20160918/tenancies/" + Profiles.TENANCY + "/regionSubscriptions", """
            [{"regionName": "eu-frankfurt-1", "isHomeRegion": true, "status": "READY"}]\
            """);
        oracle.answers("/20190729/limitValues", """
            [{"name": "standard-a1-core-count", "scopeType": "AD", "availabilityDomain": "AD-1", "value": 4},
             {"name": "standard-a1-core-regional-count", "scopeType": "REGION", "value": 2},
             {"name": "standard-e2-micro-core-count", "scopeType": "AD", "availabilityDomain": "AD-1", "value": 0},
             {"name": "standard-e2-micro-core-count", "scopeType": "AD", "availabilityDomain": "AD-2", "value": 2},
             {"name": "storage-bytes", "scopeType": "REGION", "value": 21474836480}]\
            """);
        oracle.answers("/20160918/bootVolumes", "[]");
        // and no right to see block volumes
        WIRE.stubFor(get(urlPathEqualTo("/20160918/volumes"))
                .willReturn(OracleByHand.refusal(404, "NotAuthorizedOrNotFound", "Authorization failed.")));
        oracle.answers("/n", "\"ns\"");
        oracle.answers("/n/ns/b", "[]");
        // when
        var seen = ((Look.Seen) cloud.preflight(Stakes.PRACTICE).look(DefaultSpec.threeNode())).tenancy();
        // then
        assertThat(seen.limits().values())
                .extracting(limit -> limit.rule().id() + " " + limit.amount() + " by " + limit.name())
                .containsExactly(
                        "a1-ocpus 2 by standard-a1-core-regional-count",
                        "micro-instances 2 by standard-e2-micro-core-count",
                        "object-storage 20 by storage-bytes");
        assertThat(seen.microDomains()).containsExactly("AD-2");
    }

    private CloudFacts.Machine machine() throws InterruptedException {
        return cloud.probes(new LeapingTimeline())
                .cloud(_ -> Optional.empty())
                .read()
                .orElseThrow()
                .machines()
                .getFirst();
    }

    private static void metric(String name, int hours, double value) {
        var points = IntStream.range(0, hours)
                .mapToObj(hour -> "{\"timestamp\": \"2026-10-25T00:00:00.000Z\", \"value\": " + value + "}")
                .collect(Collectors.joining(","));
        WIRE.stubFor(post(urlPathEqualTo("/20180401/metrics/actions/summarizeMetricsData"))
                .withRequestBody(containing(name + "["))
                .willReturn(okJson("[{\"namespace\": \"oci_computeagent\", \"name\": \"" + name
                        + "\", \"dimensions\": {\"resourceId\": \"" + OracleByHand.INSTANCE
                        + "\"}, \"aggregatedDatapoints\": [" + points + "]}]")));
    }
}
