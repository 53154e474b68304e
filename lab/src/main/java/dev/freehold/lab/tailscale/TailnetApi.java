package dev.freehold.lab.tailscale;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.wire.Answer;
import dev.freehold.lab.wire.Body;
import dev.freehold.lab.wire.Incoming;
import dev.freehold.lab.wire.Router;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Tx;
import dev.freehold.lab.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Tailscale's API, version 2, as far as machines are let in, found, moved and removed by it. Made after the
/// public reference (github.com/tailscale/tailscale, publicapi/, read in November 2026); words of errors that it
/// does not give are ours.
final class TailnetApi {
    private static final String BASE = "/api/v2";
    private static final int LARGEST_BODY = 1 << 20;

    private final World world;
    private final OauthClient client;
    private final AuthKeys keys = new AuthKeys();
    private final Router<Endpoint> router = new Router<>();

    /// Serves one method and path.
    private interface Endpoint {
        JsonNode answer(Tx tx, Map<String, String> path, JsonNode body);
    }

    TailnetApi(World world, OauthClient client) {
        this.world = world;
        this.client = client;
        tailnet("POST", "/keys", (tx, _, body) -> keys.mint(tx, body));
        tailnet("GET", "/keys", (tx, _, _) -> keys.list(tx));
        tailnet("GET", "/keys/{id}", (tx, path, _) -> keys.shown(tx, path.getOrDefault("id", "")));
        tailnet("DELETE", "/keys/{id}", (tx, path, _) -> keys.delete(tx, path.getOrDefault("id", "")));
        tailnet("GET", "/devices", (tx, _, _) -> devices(tx));
        device("GET", "", (_, device, _) -> Tailnet.shown(device));
        device("DELETE", "", (tx, device, _) -> {
            tx.forget(device.id());
            return Json.object();
        });
        device("POST", "/authorized", TailnetApi::authorize);
        device("POST", "/ip", (tx, device, body) -> {
            Tailnet.setAddress(tx, device, body.path("ipv4").asString(""));
            return Json.object();
        });
        device("POST", "/tags", TailnetApi::tag);
    }

    private void tailnet(String method, String path, Endpoint endpoint) {
        router.add(method, BASE + "/tailnet/{tailnet}" + path, (tx, parameters, body) -> {
            if (!Set.of("-", Tailnet.NAME).contains(parameters.getOrDefault("tailnet", ""))) {
                throw TailnetRefusal.notFound("tailnet");
            }
            return endpoint.answer(tx, parameters, body);
        });
    }

    /// Serves one method and path of a device.
    private interface DeviceEndpoint {
        JsonNode answer(Tx tx, Resource device, JsonNode body);
    }

    private void device(String method, String path, DeviceEndpoint endpoint) {
        router.add(
                method,
                BASE + "/device/{id}" + path,
                (tx, parameters, body) -> endpoint.answer(tx, found(tx, parameters.getOrDefault("id", "")), body));
    }

    private static Resource found(Tx tx, String id) {
        return tx.stream(Tailnet.DEVICE)
                .filter(device -> device.id().equals(id) || device.has("id", id))
                .findFirst()
                .orElseThrow(() -> TailnetRefusal.notFound("device"));
    }

    private static JsonNode devices(Tx tx) {
        var all = tx.stream(Tailnet.DEVICE).map(Tailnet::shown).toList();
        return Json.object().set("devices", Json.array(all));
    }

    private static JsonNode authorize(Tx tx, Resource device, JsonNode body) {
        if (!body.path("authorized").isBoolean()) {
            throw new TailnetRefusal(400, "authorized has to be true or false");
        }
        tx.put(device.with(
                shown -> shown.put("authorized", body.path("authorized").asBoolean())));
        return Json.object();
    }

    private static JsonNode tag(Tx tx, Resource device, JsonNode body) {
        var tags = AuthKeys.tags(body.path("tags"));
        tx.put(device.with(shown -> shown.set("tags", Json.strings(tags))));
        return Json.object();
    }

    Answer answer(Incoming request) {
        try {
            if (request.method().equals("POST") && request.path().equals(BASE + "/oauth/token")) {
                var text = text(request);
                return reply(200, world.change(tx -> client.token(tx, request, text)));
            }
            return reply(200, served(request));
        } catch (TailnetRefusal no) {
            return reply(no.status(), Json.object().put("message", String.valueOf(no.getMessage())));
        }
    }

    private JsonNode served(Incoming request) {
        var body = body(request);
        return world.change(tx -> {
            client.check(tx, request.header("authorization").orElse(""));
            var match = router.find(request.method(), request.path())
                    .orElseThrow(() -> router.methods(request.path()).isEmpty()
                            ? new TailnetRefusal(404, "page not found")
                            : new TailnetRefusal(405, "method not allowed"));
            return match.target().answer(tx, match.parameters(), body);
        });
    }

    private static JsonNode body(Incoming request) {
        var text = text(request);
        if (text.isBlank()) {
            return Json.object();
        }
        try {
            if (Json.parse(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException malformed) {
            // Said below, in the same words.
        }
        throw new TailnetRefusal(400, "the body has to be a JSON object");
    }

    private static String text(Incoming request) {
        try {
            var bytes = request.body().readNBytes(LARGEST_BODY);
            return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static Answer reply(int status, JsonNode content) {
        return Answer.reply(status, Body.of(Json.bytes(content))).with("Content-Type", "application/json");
    }
}
