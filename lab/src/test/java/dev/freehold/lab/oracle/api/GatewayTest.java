package dev.freehold.lab.oracle.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.lab.Client;
import dev.freehold.lab.ManualClock;
import dev.freehold.lab.Signer;
import dev.freehold.lab.json.Json;
import dev.freehold.lab.wire.HttpServer;
import dev.freehold.lab.wire.RequestLog;
import dev.freehold.lab.world.Ocids;
import dev.freehold.lab.world.World;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What all services have in common, tried on a service of things.
class GatewayTest {
    private static final KeyPair PAIR = pair();
    private static final String KEY_ID = "ocid1.tenancy.oc1..aaaa/ocid1.user.oc1..bbbb/00:11";

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock();
    private World world;
    private RequestLog log;
    private HttpServer server;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        world = World.open(folder, new Ocids(0, "eu-frankfurt-1"), _ -> clock);
        log = RequestLog.open(folder.resolve("requests.jsonl"), clock);
        var routes = new Routes();
        routes.post(
                "/1/things",
                (call, tx) -> Replies.ok(
                        tx.create("thing", "root", "ACTIVE", Json.object().put("name", call.required("name")))));
        routes.get(
                "/1/things",
                (call, tx) -> Replies.page(
                        call, tx.stream("thing").map(Replies::shown).toList()));
        routes.get(
                "/1/things/{id}",
                (call, tx) -> Replies.ok(
                        tx.find("thing", call.path("id")).orElseThrow(() -> Refusal.notFound(call.path("id")))));
        routes.put("/1/things/{id}", (call, tx) -> {
            var thing = tx.find(call.path("id")).orElseThrow(() -> Refusal.notFound(call.path("id")));
            call.checkIfMatch(thing);
            return Replies.ok(tx.put(thing.with("name", call.required("name"))));
        });
        routes.delete("/1/things/{id}", (call, tx) -> {
            tx.forget(call.path("id"));
            return Replies.noContent();
        });
        routes.post("/1/failing", (call, tx) -> {
            tx.create("thing", "root", "ACTIVE", Json.object());
            throw Refusal.conflict("not today");
        });
        routes.stream("PUT", "/o/{name+}", call -> {
            var length = call.incoming().body().readAllBytes().length;
            return Replies.ok(Json.object().put("name", call.path("name")).put("length", length));
        });
        SigningKeys keys = id -> id.equals(KEY_ID) ? Optional.of(PAIR.getPublic()) : Optional.empty();
        var gateway = new Gateway(routes, world, keys, log, Quirks.NONE);
        var logged = log.asInterceptor();
        server = HttpServer.start(0, clock, request -> logged.around(request, gateway::answer));
        client = new Client(
                URI.create("http://127.0.0.1:" + server.port()),
                new Signer(KEY_ID, PAIR.getPrivate(), ManualClock.START));
    }

    @AfterEach
    void stop() {
        server.close();
        log.close();
        world.close();
    }

    @Test
    void a_signed_request_is_served_and_gets_a_request_id_of_three_segments() {
        // when
        var made = client.send("POST", "/1/things", "{'name': 'one'}", Map.of("opc-request-id", "CLIENT"));
        // then
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.id()).startsWith("ocid1.thing.oc1.eu-frankfurt-1.");
        assertThat(made.header("opc-request-id").orElseThrow()).matches("CLIENT/[0-9A-F]{32}/[0-9A-F]{32}");
        assertThat(made.json().path("timeCreated").asString()).isEqualTo("2026-11-01T08:00:00.000Z");
    }

    @Test
    void whoever_can_not_prove_who_he_is_gets_401_and_no_reason() throws Exception {
        // given
        var right = client.signer();
        var skew = Duration.ofMinutes(5).plusSeconds(1);
        var wrong = List.of(
                right.with(pair().getPrivate()),
                right.named("ocid1.tenancy.oc1..aaaa/ocid1.user.oc1..bbbb/22:33"),
                right.at(ManualClock.START.plus(skew)),
                right.at(ManualClock.START.minus(skew)));
        for (var signer : wrong) {
            // when
            var got = client.as(signer).get("/1/things");
            // then
            assertThat(got.status()).isEqualTo(401);
            assertThat(got.code()).isEqualTo("NotAuthenticated");
            assertThat(got.text()).doesNotContain("skew", "date", "key ");
        }
        assertThat(remarks()).hasSize(wrong.size()).anyMatch(line -> line.contains("301 s off"));
        assertThat(client.as(right.at(ManualClock.START.plusSeconds(290)))
                        .get("/1/things")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_was_altered_on_the_way_is_refused() throws Exception {
        // given
        var uri = client.endpoint().resolve("/1/things");
        var headers = client.signer().headers("POST", uri, "{'name':'one'}".getBytes(StandardCharsets.UTF_8));
        var altered = HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString("{'name':'two'}"));
        headers.forEach(altered::header);
        var moved = HttpRequest.newBuilder(URI.create(uri + "?x=y")).POST(BodyPublishers.ofString("{'name':'one'}"));
        headers.forEach(moved::header);
        var bare = HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString("{'name':'one'}"));
        // signed as a GET is, without a digest of the body
        client.signer().headers("POST", uri, null).forEach(bare::header);
        // then
        for (var request :
                List.of(altered, moved, bare, HttpRequest.newBuilder(uri).GET())) {
            assertThat(client.send(request.build()).status()).isEqualTo(401);
        }
        assertThat(client.get("/1/things").json()).isEmpty();
        assertThat(remarks())
                .anyMatch(line -> line.contains("content-length is not signed"))
                .anyMatch(line -> line.contains("not that of the body"))
                .anyMatch(line -> line.contains("does not fit"))
                .anyMatch(line -> line.contains("no Authorization"));
        assertThat(Files.readString(folder.resolve("requests.jsonl")))
                .doesNotContain("Signature")
                .doesNotContain("keyId");
    }

    @Test
    void a_streamed_body_needs_no_digest_and_a_name_may_hold_slashes_either_way() {
        for (var name : List.of("a/b%20c", "a%2Fb%20c")) {
            // given
            var uri = client.endpoint().resolve("/o/" + name);
            var request =
                    HttpRequest.newBuilder(uri).expectContinue(true).PUT(BodyPublishers.ofByteArray(new byte[70_000]));
            client.signer().headers("PUT", uri, null).forEach(request::header);
            // when
            var got = client.send(request.build());
            // then
            assertThat(got.json().path("name").asString()).isEqualTo("a/b c");
            assertThat(got.json().path("length").asInt()).isEqualTo(70_000);
        }
    }

    @Test
    void a_retry_token_gives_the_first_result_again_for_a_day() {
        // given
        var token = Map.of("opc-retry-token", "token-1");
        var first = client.send("POST", "/1/things", "{'name': 'one'}", token);
        // when
        clock.pass(Duration.ofHours(23));
        var again = client.send("POST", "/1/things", "{'name': 'one'}", token);
        var other = client.send("POST", "/1/things", "{'name': 'two'}", token);
        clock.pass(Duration.ofHours(2));
        var nextDay = client.send("POST", "/1/things", "{'name': 'one'}", token);
        // then
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("etag")).isEqualTo(first.header("etag"));
        assertThat(again.header("opc-request-id")).isNotEqualTo(first.header("opc-request-id"));
        assertThat(other.code()).isEqualTo("InvalidParameter");
        assertThat(nextDay.id()).isNotEqualTo(first.id());
    }

    @Test
    void the_token_of_what_is_gone_is_refused() {
        // given
        var token = Map.of("opc-retry-token", "token-1");
        var first = client.send("POST", "/1/things", "{'name': 'one'}", token);
        client.delete("/1/things/" + first.id());
        // when
        var again = client.send("POST", "/1/things", "{'name': 'one'}", token);
        // then
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("InvalidatedRetryToken");
    }

    @Test
    void of_a_refused_call_nothing_has_happened() {
        // when
        var refused = client.send("POST", "/1/failing", "{}", Map.of("opc-retry-token", "token-1"));
        var again = client.send("POST", "/1/failing", "{}", Map.of("opc-retry-token", "token-1"));
        // then
        assertThat(refused.code()).isEqualTo("Conflict");
        assertThat(again.code()).isEqualTo("Conflict");
        assertThat(client.get("/1/things").json()).isEmpty();
    }

    @Test
    void pages_hold_everything_once() {
        // given
        IntStream.range(0, 5).forEach(i -> client.post("/1/things", "{'name': 'thing-" + i + "'}"));
        // when
        var one = client.get("/1/things?limit=2");
        var two = client.get(
                "/1/things?limit=2&page=" + one.header("opc-next-page").orElseThrow());
        var three = client.get(
                "/1/things?limit=2&page=" + two.header("opc-next-page").orElseThrow());
        // then
        assertThat(List.of(one.json().size(), two.json().size(), three.json().size()))
                .containsExactly(2, 2, 1);
        assertThat(three.header("opc-next-page")).isEmpty();
        assertThat(three.json().path(0).path("name").asString()).isEqualTo("thing-4");
        assertThat(client.get("/1/things?page=nonsense").code()).isEqualTo("InvalidParameter");
    }

    @Test
    void a_stale_etag_changes_nothing() {
        // given
        var made = client.post("/1/things", "{'name': 'one'}");
        var target = "/1/things/" + made.id();
        var seen = Map.of("if-match", made.header("etag").orElseThrow());
        // when
        var first = client.send("PUT", target, "{'name': 'two'}", seen);
        var stale = client.send("PUT", target, "{'name': 'three'}", seen);
        // then
        assertThat(first.status()).isEqualTo(200);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.code()).isEqualTo("NoEtagMatch");
        assertThat(client.get(target).json().path("name").asString()).isEqualTo("two");
    }

    @Test
    void bad_requests_are_answered_as_oracle_answers_them() {
        assertThat(client.get("/1/nothing").status()).isEqualTo(404);
        assertThat(client.delete("/1/things").code()).isEqualTo("MethodNotAllowed");
        assertThat(client.get("/1/things/ocid1.thing").code()).isEqualTo("NotAuthorizedOrNotFound");
        assertThat(client.post("/1/things", "not json").code()).isEqualTo("CannotParseRequest");
        assertThat(client.post("/1/things", "{}").code()).isEqualTo("MissingParameter");
    }

    private List<String> remarks() throws Exception {
        return Files.readAllLines(folder.resolve("requests.jsonl")).stream()
                .filter(line -> line.contains("remark"))
                .toList();
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException cause) {
            throw new IllegalStateException(cause);
        }
    }
}
