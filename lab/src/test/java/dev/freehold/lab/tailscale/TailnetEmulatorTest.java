package dev.freehold.lab.tailscale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.lab.ManualClock;
import dev.freehold.lab.emulator.Ports;
import dev.freehold.lab.emulator.Surroundings;
import dev.freehold.lab.json.Json;
import dev.freehold.lab.world.Ocids;
import dev.freehold.lab.world.World;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TailnetEmulatorTest {
    private static final String MINT = """
        {"capabilities": {"devices": {"create": {"reusable": false, "ephemeral": false, "preauthorized": true,
         "tags": ["tag:freehold"]}}}, "expirySeconds": 3600, "description": "a test"}\
        """;

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private World world;
    private TailnetEmulator emulator;
    private Tailnet tailnet;
    private JsonNode endpoints;
    private String authorization;

    @BeforeEach
    void start() throws Exception {
        world = World.open(folder, new Ocids(0, "eu-frankfurt-1"), _ -> clock);
        emulator = TailnetEmulator.start(Surroundings.of(folder, new Ports(0), world, List::of));
        tailnet = new Tailnet(world);
        var described = Json.object();
        emulator.describe(described);
        endpoints = described.path("tailscale");
        authorization = "Bearer " + token();
    }

    @AfterEach
    void stop() {
        emulator.close();
        world.close();
    }

    private record Got(int status, JsonNode json) {}

    private Got send(String method, String path, String body) throws Exception {
        return send(method, path, body, "application/json", authorization);
    }

    private Got send(String method, String path, String body, String type, String as) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(endpoints.path("url").asString() + path))
                .method(method, BodyPublishers.ofString(body))
                .header("Content-Type", type);
        if (!as.isEmpty()) {
            request.header("Authorization", as);
        }
        var response = http.send(request.build(), BodyHandlers.ofString());
        return new Got(response.statusCode(), Json.parse(response.body()));
    }

    private String secret() throws Exception {
        return Files.readString(Path.of(endpoints.path("clientSecretFile").asString()));
    }

    private String token() throws Exception {
        var form = "grant_type=client_credentials&client_id="
                + endpoints.path("clientId").asString() + "&client_secret=" + secret();
        var got = send("POST", "/oauth/token", form, "application/x-www-form-urlencoded", "");
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.json().path("expires_in").asInt()).isEqualTo(3600);
        return got.json().path("access_token").asString();
    }

    private String minted() throws Exception {
        return send("POST", "/tailnet/-/keys", MINT).json().path("key").asString();
    }

    private JsonNode devices() throws Exception {
        return send("GET", "/tailnet/-/devices", "").json().path("devices");
    }

    @Test
    void the_clients_secret_is_a_file_of_its_owners() throws Exception {
        var file = Path.of(endpoints.path("clientSecretFile").asString());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(secret()).matches("tskey-client-k[A-Za-z0-9]+CNTRL-[A-Za-z0-9]{32}");
        assertThat(endpoints.path("tailnet").asString()).isEqualTo("example.ts.net");
    }

    @Test
    void a_lab_that_was_reset_has_the_same_client() throws Exception {
        // given
        var before = secret();
        stop();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        // when
        start();
        // then
        assertThat(secret()).isEqualTo(before);
    }

    @Test
    void nobody_is_served_without_a_token() throws Exception {
        for (var as : List.of("", "Bearer nonsense", "Bearer " + secret(), "Basic !!", "Basic")) {
            var got = send("GET", "/tailnet/-/devices", "", "application/json", as);
            assertThat(got.status()).as(as).isEqualTo(401);
            assertThat(got.json().path("message").asString()).isEqualTo("API token invalid");
        }
        var wrong =
                send("POST", "/oauth/token", "client_id=a&client_secret=b", "application/x-www-form-urlencoded", "");
        assertThat(wrong.status()).isEqualTo(401);
    }

    @Test
    void a_token_serves_as_a_user_name_too() throws Exception {
        var token = authorization.substring("Bearer ".length());
        var basic = Base64.getEncoder().encodeToString((token + ':').getBytes(StandardCharsets.UTF_8));
        assertThat(send("GET", "/tailnet/-/devices", "", "application/json", "Basic " + basic)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_token_ends_after_an_hour() throws Exception {
        clock.pass(Duration.ofMinutes(61));
        assertThat(send("GET", "/tailnet/-/devices", "").status()).isEqualTo(401);
        authorization = "Bearer " + token();
        assertThat(send("GET", "/tailnet/-/devices", "").status()).isEqualTo(200);
    }

    @Test
    void a_machine_joins_once_by_a_key_and_is_listed() throws Exception {
        // given
        var key = minted();
        // when
        tailnet.join("ocid1.instance.one", key, "one");
        // then
        assertThat(devices()).hasSize(1);
        var device = devices().path(0);
        assertThat(device.path("hostname").asString()).isEqualTo("one");
        assertThat(device.path("name").asString()).isEqualTo("one.example.ts.net");
        assertThat(device.path("nodeId").asString()).matches("n[a-z0-9]+CNTRL");
        assertThat(device.path("authorized").asBoolean()).isTrue();
        assertThat(device.path("tags").path(0).asString()).isEqualTo("tag:freehold");
        assertThat(device.path("addresses").path(0).asString()).matches("100\\.(7[2-9]|8[0-7])\\.\\d+\\.\\d+");
        assertThat(device.toString()).doesNotContain("ocid1");
        assertThatThrownBy(() -> tailnet.join("ocid1.instance.two", key, "two")).hasMessageContaining("invalid key");
    }

    @Test
    void a_key_ends_when_its_time_is_over() throws Exception {
        var key = minted();
        clock.pass(Duration.ofMinutes(61));
        assertThatThrownBy(() -> tailnet.join("ocid1.instance.one", key, "one")).hasMessageContaining("invalid key");
    }

    @Test
    void a_key_that_was_taken_back_lets_nobody_in() throws Exception {
        // given
        var minted = send("POST", "/tailnet/-/keys", MINT).json();
        var id = minted.path("id").asString();
        assertThat(send("GET", "/tailnet/-/keys", "")
                        .json()
                        .path("keys")
                        .path(0)
                        .path("id")
                        .asString())
                .isEqualTo(id);
        assertThat(send("GET", "/tailnet/-/keys/" + id, "").json().has("key")).isFalse();
        // when
        assertThat(send("DELETE", "/tailnet/-/keys/" + id, "").status()).isEqualTo(200);
        // then
        assertThat(send("GET", "/tailnet/-/keys/" + id, "").status()).isEqualTo(404);
        assertThat(send("DELETE", "/tailnet/-/keys/" + id, "").status()).isEqualTo(404);
        assertThatThrownBy(() ->
                        tailnet.join("ocid1.instance.one", minted.path("key").asString(), "one"))
                .hasMessageContaining("invalid key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{",
                "{\"capabilities\": {\"devices\": {\"create\": {\"tags\": [\"tag:prod\"]}}}}",
                "{\"capabilities\": {\"devices\": {\"create\": {\"tags\": [\"tag:freehold\"]}}}, \"expirySeconds\": 0}",
                "{\"capabilities\": {\"devices\": {\"create\": {\"tags\": [\"tag:freehold\"]}}}, \"description\":"
                        + " \"a/b\"}"
            })
    void what_is_no_key_is_refused(String body) throws Exception {
        var got = send("POST", "/tailnet/-/keys", body);
        assertThat(got.status()).isEqualTo(400);
        assertThat(got.json().path("message").asString()).isNotEmpty();
    }

    @Test
    void a_device_is_moved_to_a_free_address() throws Exception {
        // given
        var one = tailnet.join("ocid1.instance.one", minted(), "one").id();
        var two = tailnet.join("ocid1.instance.two", minted(), "two").id();
        // when
        assertThat(send("POST", "/device/" + one + "/ip", "{\"ipv4\": \"100.64.0.1\"}")
                        .status())
                .isEqualTo(200);
        // then
        assertThat(send("GET", "/device/" + one, "")
                        .json()
                        .path("addresses")
                        .path(0)
                        .asString())
                .isEqualTo("100.64.0.1");
        assertThat(tailnet.machineAt("100.64.0.1")).contains("ocid1.instance.one");
        assertThat(send("POST", "/device/" + two + "/ip", "{\"ipv4\": \"100.64.0.1\"}")
                        .status())
                .isEqualTo(400);
        for (var never : List.of("10.0.0.1", "100.63.0.1", "100.128.0.1", "100.100.0.7", "100.115.92.9", "x", "")) {
            assertThat(send("POST", "/device/" + two + "/ip", "{\"ipv4\": \"" + never + "\"}")
                            .status())
                    .as(never)
                    .isEqualTo(400);
        }
    }

    @Test
    void a_removed_device_is_out() throws Exception {
        // given
        var id = tailnet.join("ocid1.instance.one", minted(), "one").id();
        // when
        assertThat(send("DELETE", "/device/" + id, "").status()).isEqualTo(200);
        // then
        assertThat(devices()).isEmpty();
        assertThat(tailnet.deviceOf("ocid1.instance.one")).isEmpty();
        assertThat(send("DELETE", "/device/" + id, "").status()).isEqualTo(404);
    }

    @Test
    void a_name_that_is_taken_gets_a_number() throws Exception {
        tailnet.join("ocid1.instance.one", minted(), "one");
        var other = tailnet.join("ocid1.instance.two", minted(), "one");
        assertThat(other.text("name")).isEqualTo("one-1.example.ts.net");
        assertThat(other.text("hostname")).isEqualTo("one");
    }

    @Test
    void a_device_waits_for_approval_unless_its_key_brought_it_along() throws Exception {
        // given
        var key = send("POST", "/tailnet/-/keys", MINT.replace("\"preauthorized\": true", "\"preauthorized\": false"))
                .json()
                .path("key")
                .asString();
        var id = tailnet.join("ocid1.instance.one", key, "one").id();
        var address = devices().path(0).path("addresses").path(0).asString();
        assertThat(tailnet.machineAt(address)).isEmpty();
        // when
        assertThat(send("POST", "/device/" + id + "/authorized", "{\"authorized\": true}")
                        .status())
                .isEqualTo(200);
        // then
        assertThat(tailnet.machineAt(address)).contains("ocid1.instance.one");
    }

    @Test
    void no_secret_is_kept_in_the_world() throws Exception {
        // given
        var key = minted();
        world.close();
        // when
        var kept = Files.readString(folder.resolve("world.jsonl"));
        // then
        assertThat(kept)
                .contains("tailscale-key")
                .doesNotContain(key, secret(), authorization.substring("Bearer ".length()));
    }

    @Test
    void what_is_not_served_is_not_found() throws Exception {
        assertThat(send("GET", "/tailnet/other.ts.net/devices", "").status()).isEqualTo(404);
        assertThat(send("GET", "/tailnet/example.ts.net/devices", "").status()).isEqualTo(200);
        assertThat(send("GET", "/nothing", "").status()).isEqualTo(404);
        assertThat(send("PUT", "/tailnet/-/devices", "").status()).isEqualTo(405);
    }
}
