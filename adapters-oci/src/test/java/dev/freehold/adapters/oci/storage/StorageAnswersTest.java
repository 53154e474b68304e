package dev.freehold.adapters.oci.storage;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.head;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.freehold.adapters.oci.Profiles;
import dev.freehold.adapters.oci.storage.ObjectStorage.Condition;
import dev.freehold.adapters.oci.storage.ObjectStorage.OpenUpload;
import dev.freehold.adapters.oci.wire.OciClients;
import dev.freehold.ports.driver.Busy;
import dev.freehold.ports.driver.Silent;
import dev.freehold.ports.driver.Unforeseen;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of each answer that Object Storage, or something on the way to it, can give.
class StorageAnswersTest {
    private static final OpenUpload UPLOAD = new OpenUpload("image", "u1");

    @RegisterExtension
    static final WireMockExtension ORACLE =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    @TempDir
    private Path folder;

    private OciClients clients;
    private ObjectStorage storage;

    @BeforeEach
    void open() {
        clients = new OciClients(Profiles.locatedIn(folder, URI.create(ORACLE.baseUrl())));
        storage = new SdkObjectStorage(clients);
        ORACLE.stubFor(get(urlPathEqualTo("/n")).willReturn(okJson("\"ns\"")));
        ORACLE.stubFor(get(urlPathEqualTo("/n/")).willReturn(okJson("\"ns\"")));
    }

    @AfterEach
    void close() {
        clients.close();
    }

    private static ResponseDefinitionBuilder refusal(int status, String code) {
        return aResponse()
                .withStatus(status)
                .withHeader("content-type", "application/json")
                .withHeader("opc-request-id", "REQUEST/1")
                .withBody("{\"code\": \"%s\", \"message\": \"some words\"}".formatted(code));
    }

    private String sendPart() {
        return storage.sendPart("b", UPLOAD, 1, new ByteArrayInputStream(new byte[100]), 100, "kM3A");
    }

    @Test
    void a_part_without_an_entity_tag_is_unforeseen() {
        ORACLE.stubFor(put(anyUrl()).willReturn(aResponse().withStatus(200)));
        assertThatThrownBy(this::sendPart).isInstanceOf(Unforeseen.class).hasMessageContaining("etag");
    }

    @ParameterizedTest
    @CsvSource({"500, InternalError", "503, ServiceUnavailable", "429, TooManyRequests", "400, UnmatchedContentMD5"})
    void a_part_that_may_go_through_later_is_busy_and_sent_once(int status, String code) {
        // given
        ORACLE.stubFor(put(anyUrl()).willReturn(refusal(status, code)));
        // when, then
        assertThatThrownBy(this::sendPart).isInstanceOf(Busy.class);
        assertThat(ORACLE.findAll(putRequestedFor(anyUrl()))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE"})
    void a_part_that_nobody_answers_to_is_silence(Fault fault) {
        ORACLE.stubFor(put(anyUrl()).willReturn(aResponse().withFault(fault)));
        assertThatThrownBy(this::sendPart).isInstanceOf(Silent.class);
    }

    @ParameterizedTest
    @CsvSource({"412, IfNoneMatchFailed", "412, IfMatchFailed", "412, NoEtagMatch", "409, ConcurrentObjectUpdate"})
    void who_was_overtaken_hears_that_the_condition_does_not_hold(int status, String code) {
        ORACLE.stubFor(put(anyUrl()).willReturn(refusal(status, code)));
        assertThatThrownBy(() -> storage.put("b", "o", new byte[] {1}, new Condition.Absent(), Map.of()))
                .isInstanceOfSatisfying(
                        StorageRefusal.class,
                        refused -> assertThat(refused.isStale()).isTrue());
    }

    @Test
    void a_missing_object_is_an_answer_and_a_missing_bucket_is_not() {
        // given
        ORACLE.stubFor(get(urlPathEqualTo("/n/ns/b/b/o/o")).willReturn(refusal(404, "ObjectNotFound")));
        ORACLE.stubFor(get(urlPathEqualTo("/n/ns/b/none/o/o")).willReturn(refusal(404, "BucketNotFound")));
        ORACLE.stubFor(
                head(urlPathEqualTo("/n/ns/b/b/o/o")).willReturn(aResponse().withStatus(404)));
        // then
        assertThat(storage.get("b", "o")).isEmpty();
        assertThat(storage.head("b", "o")).isEmpty();
        assertThatThrownBy(() -> storage.get("none", "o"))
                .isInstanceOfSatisfying(
                        StorageRefusal.class,
                        refused -> assertThat(refused.code()).isEqualTo("BucketNotFound"));
    }

    @Test
    void a_list_that_says_nothing_of_its_objects_is_unforeseen() {
        for (var body : new String[] {"{}", "{\"objects\": [{}]}", "[]"}) {
            ORACLE.stubFor(get(urlPathEqualTo("/n/ns/b/b/o")).willReturn(okJson(body)));
            assertThatThrownBy(() -> storage.list("b", "")).as(body).isInstanceOf(Unforeseen.class);
        }
    }

    @Test
    void half_a_list_is_silence() {
        ORACLE.stubFor(
                get(urlPathEqualTo("/n/ns/b/b/o")).willReturn(okJson("{\"objects\": [{\"name\": \"a\"}, {\"na")));
        assertThatThrownBy(() -> storage.list("b", "")).isInstanceOf(Silent.class);
    }

    @Test
    void a_list_that_never_ends_is_unforeseen() {
        ORACLE.stubFor(
                get(urlPathEqualTo("/n/ns/b/b/u")).willReturn(okJson("[]").withHeader("opc-next-page", "again")));
        assertThatThrownBy(() -> storage.openUploads("b"))
                .isInstanceOf(Unforeseen.class)
                .hasMessageContaining("more than 1000 pages");
    }

    @Test
    void a_part_without_an_md5_is_unforeseen() {
        ORACLE.stubFor(get(urlPathEqualTo("/n/ns/b/b/u/image"))
                .willReturn(okJson("[{\"partNumber\": 1, \"etag\": \"e\", \"size\": 5}]")));
        assertThatThrownBy(() -> storage.parts("b", UPLOAD))
                .isInstanceOf(Unforeseen.class)
                .hasMessageContaining("MD5");
    }

    @Test
    void a_commit_that_tells_no_md5_is_unforeseen() {
        ORACLE.stubFor(post(urlPathEqualTo("/n/ns/b/b/u/image"))
                .willReturn(aResponse().withStatus(200).withHeader("etag", "e")));
        assertThatThrownBy(() -> storage.commit("b", UPLOAD, Map.of(1, "e"), new Condition.Always()))
                .isInstanceOf(Unforeseen.class);
    }

    @Test
    void an_object_that_is_cut_off_on_its_way_is_silence() {
        ORACLE.stubFor(get(urlPathEqualTo("/n/ns/b/b/o/o"))
                .willReturn(aResponse()
                        .withStatus(200)
                        .withHeader("etag", "e")
                        .withHeader("content-length", "100")
                        .withBody("short")));
        assertThatThrownBy(() -> storage.get("b", "o")).isInstanceOf(Silent.class);
    }

    @Test
    void a_page_of_a_proxy_is_busy() {
        ORACLE.stubFor(any(urlPathEqualTo("/n/ns/b/b/o/o"))
                .willReturn(aResponse()
                        .withStatus(502)
                        .withHeader("content-type", "text/html")
                        .withBody("<h1>Bad gateway</h1>")));
        assertThatThrownBy(() -> storage.get("b", "o")).isInstanceOf(Busy.class);
        assertThatThrownBy(() -> storage.head("b", "o")).isInstanceOf(Busy.class);
    }
}
