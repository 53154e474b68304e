package dev.freehold.adapters.oci.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static dev.freehold.ports.driver.Calls.standing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.freehold.adapters.oci.LeapingTimeline;
import dev.freehold.adapters.oci.OciCloud;
import dev.freehold.adapters.oci.Profiles;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.output.Ocid;
import dev.freehold.domain.output.OnOracle.Identified;
import dev.freehold.domain.resource.OciResource.Vcn;
import dev.freehold.domain.resource.Phase;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.ports.driver.Busy;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.CreateAnswer;
import dev.freehold.ports.driver.NoRoom;
import dev.freehold.ports.driver.Refused;
import dev.freehold.ports.driver.Silent;
import dev.freehold.ports.driver.Unforeseen;
import dev.freehold.ports.skeleton.PollingPace;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of each answer that OCI, or something on the way to it, can give.
class AnswersTest {
    private static final Token TOKEN = new Token("token-1");
    private static final Vcn VCN = new Vcn(
            "main",
            Profiles.REGION,
            Cidr.parse("10.0.0.0/16"),
            new Ref<>(ResourceId.of(Phase.SETUP, "compartment", "main")));
    private static final String TAGS = """
        {"freehold-platform": "main", "freehold-resource": "oci/vcn/main", "freehold-token": "token-1"}\
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
        listing("[]");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private static void listing(String json) {
        ORACLE.stubFor(get(urlPathEqualTo("/20160918/vcns")).willReturn(okJson(json)));
    }

    private static void creating(ResponseDefinitionBuilder answer) {
        ORACLE.stubFor(post(urlPathEqualTo("/20160918/vcns")).willReturn(answer));
    }

    private static String vcn(String state) {
        return """
            {"id": "ocid1.vcn.oc1..v", "compartmentId": "ocid1.compartment.oc1..a", "displayName": "main",
             "cidrBlocks": ["10.0.0.0/16"], "lifecycleState": "%s", "freeformTags": %s}\
            """.formatted(state, TAGS);
    }

    private static Context context() {
        var timeline = new LeapingTimeline();
        return new Context(
                standing(_ -> new Identified(new Ocid("ocid1.compartment.oc1..a"))),
                timeline,
                Context.Progress.SILENT,
                timeline.now().plus(Duration.ofMinutes(5)));
    }

    private CreateAnswer create() throws InterruptedException {
        return cloud.drivers().of(VCN).create(VCN, TOKEN, context());
    }

    @ParameterizedTest
    @CsvSource({
        "400, LimitExceeded", "400, QuotaExceeded", "400, InvalidParameter", "401, NotAuthenticated",
        "403, NotAuthorized", "403, NotAllowed", "404, NotAuthorizedOrNotFound", "409, InvalidatedRetryToken",
        "409, NotAuthorizedOrResourceAlreadyExists"
    })
    void what_oracle_forbids_is_refused_with_its_words_and_request_id(int status, String code)
            throws InterruptedException {
        // given
        creating(refusal(status, code, "some words"));
        // when
        var answer = create();
        // then
        assertThat(answer).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.words()).contains("some words", "CreateVcn", "REQUEST/1");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "409, IncorrectState",
        "409, Conflict",
        "412, NoEtagMatch",
        "429, TooManyRequests",
        "500, InternalError",
        "503, ServiceUnavailable",
        "502, SomethingNew"
    })
    void what_may_work_later_is_busy(int status, String code) {
        creating(refusal(status, code, "some words"));
        assertThatThrownBy(this::create).isInstanceOf(Busy.class).hasMessageContainingAll("some words", "REQUEST/1");
    }

    @Test
    void what_a_throttled_answer_says_of_later_is_passed_on() {
        creating(refusal(429, "TooManyRequests", "slowly").withHeader("retry-after", "17"));
        assertThatThrownBy(this::create)
                .isInstanceOfSatisfying(
                        Busy.class, busy -> assertThat(busy.retryAfter()).contains(Duration.ofSeconds(17)));
    }

    @Test
    void a_wrong_clock_is_named() throws InterruptedException {
        creating(refusal(401, "NotAuthenticated", "no").withHeader("date", "Sun, 01 Jan 2040 00:00:00 GMT"));
        assertThat(create())
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.words()).contains("Oracle's says 2040-01-01T00:00:00Z"));
    }

    @Test
    void a_full_region_has_no_room() throws InterruptedException {
        creating(refusal(500, "InternalError", "Out of host capacity."));
        assertThat(create()).isInstanceOf(NoRoom.class);
    }

    @Test
    void a_code_that_nobody_knows_is_unforeseen() {
        creating(refusal(400, "MoonInWrongPhase", "come back at full moon"));
        assertThatThrownBy(this::create)
                .isInstanceOf(Unforeseen.class)
                .hasMessageContainingAll("MoonInWrongPhase", "come back at full moon");
    }

    @Test
    void a_proxys_page_is_busy() {
        creating(aResponse()
                .withStatus(502)
                .withHeader("content-type", "text/html")
                .withBody("<h1>Bad gateway</h1>"));
        assertThatThrownBy(this::create).isInstanceOf(Busy.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE", "MALFORMED_RESPONSE_CHUNK"})
    void a_connection_lost_after_sending_is_silence(Fault fault) {
        creating(aResponse().withFault(fault));
        assertThatThrownBy(this::create).isInstanceOf(Silent.class);
    }

    @Test
    void half_an_answer_is_silence() {
        creating(okJson(vcn("AVAILABLE").substring(0, 60)));
        assertThatThrownBy(this::create).isInstanceOf(Silent.class);
    }

    @Test
    void nobody_at_the_other_end_is_busy() {
        try (var nowhere =
                new OciCloud(Profiles.writtenIn(folder, URI.create("http://127.0.0.1:1")), "main", PollingPace.LAB)) {
            assertThatThrownBy(() -> nowhere.drivers().of(VCN).create(VCN, TOKEN, context()))
                    .isInstanceOf(Busy.class);
        }
    }

    @Test
    void what_is_made_bears_the_tags_and_the_token() throws InterruptedException {
        // given
        creating(okJson(vcn("PROVISIONING")));
        ORACLE.stubFor(get(urlPathEqualTo("/20160918/vcns/ocid1.vcn.oc1..v")).willReturn(okJson(vcn("AVAILABLE"))));
        // when: it never shows in a list
        assertThatThrownBy(this::create).isInstanceOf(Silent.class);
        // then
        var sent = ORACLE.findAll(postRequestedFor(urlPathEqualTo("/20160918/vcns")));
        assertThat(sent).singleElement().satisfies(request -> {
            assertThat(request.getHeader("opc-retry-token")).isEqualTo("token-1");
            assertThat(request.getHeader("authorization")).contains("Signature", Profiles.fingerprint());
            assertThat(request.getBodyAsString()).contains("\"freehold-resource\":\"oci/vcn/main\"");
        });
    }

    @Test
    void what_the_same_token_made_is_adopted() throws InterruptedException {
        listing("[" + vcn("AVAILABLE") + "]");
        assertThat(create()).isEqualTo(CreateAnswer.Created.of(VCN, new Identified(new Ocid("ocid1.vcn.oc1..v"))));
        ORACLE.verify(0, postRequestedFor(urlPathEqualTo("/20160918/vcns")));
    }

    @Test
    void a_name_that_somebody_else_has_is_refused_and_nothing_is_sent() throws InterruptedException {
        listing("[" + vcn("AVAILABLE").replace(TAGS, "{}") + "]");
        assertThat(create())
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.words()).contains("Freehold did not make it", "ocid1.vcn.oc1..v"));
        ORACLE.verify(0, postRequestedFor(urlPathEqualTo("/20160918/vcns")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HIBERNATING", "UPDATING_SIDEWAYS"})
    void a_state_that_nobody_knows_is_unforeseen(String state) {
        listing("[" + vcn(state) + "]");
        assertThatThrownBy(this::create).isInstanceOf(Unforeseen.class);
    }

    @Test
    void an_answer_without_what_it_must_have_is_unforeseen() {
        listing("[" + vcn("AVAILABLE").replace("\"cidrBlocks\": [\"10.0.0.0/16\"],", "") + "]");
        assertThatThrownBy(this::create).isInstanceOf(Unforeseen.class).hasMessageContaining("CIDR blocks");
        listing("[" + vcn("AVAILABLE").replace("\"lifecycleState\": \"AVAILABLE\",", "") + "]");
        assertThatThrownBy(this::create).isInstanceOf(Unforeseen.class).hasMessageContaining("state");
        listing("[" + vcn("AVAILABLE").replace("\"id\": \"ocid1.vcn.oc1..v\",", "") + "]");
        assertThatThrownBy(this::create).isInstanceOf(Unforeseen.class).hasMessageContaining("OCID");
    }

    @Test
    void a_list_that_is_no_list_is_unforeseen() {
        listing("{\"surprise\": 1}");
        assertThatThrownBy(this::create).isInstanceOf(Unforeseen.class);
    }

    private static ResponseDefinitionBuilder refusal(int status, String code, String words) {
        return aResponse()
                .withStatus(status)
                .withHeader("content-type", "application/json")
                .withHeader("opc-request-id", "REQUEST/1")
                .withBody("{\"code\": \"%s\", \"message\": \"%s\"}".formatted(code, words));
    }
}
