package dev.freehold.lab.oracle.api;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.wire.Answer.Reply;
import dev.freehold.lab.wire.Body;
import dev.freehold.lab.world.Resource;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The usual replies.
public final class Replies {
    private static final int DEFAULT_LIMIT = 100;
    private static final int MOST_LIMIT = 1000;

    private Replies() {}

    public static Reply json(int status, JsonNode body) {
        return new Reply(status, Map.of("content-type", "application/json"), Body.of(Json.bytes(body)));
    }

    public static Reply ok(JsonNode body) {
        return json(200, body);
    }

    /// A resource as [#shown(Resource)], with its etag.
    public static Reply ok(Resource resource) {
        return ok(shown(resource)).with("etag", resource.etag());
    }

    public static Reply noContent() {
        return new Reply(204, Map.of(), Body.EMPTY);
    }

    /// Of work that goes on. Empty id: no work request tells of it.
    public static Reply withWorkRequest(Reply reply, String workRequestId) {
        return workRequestId.isEmpty() ? reply : reply.with("opc-work-request-id", workRequestId);
    }

    public static Reply accepted(String workRequestId) {
        return withWorkRequest(new Reply(202, Map.of(), Body.EMPTY), workRequestId);
    }

    /// All attributes but the lab's own, and what every resource shows.
    public static ObjectNode shown(Resource resource) {
        var shown = Json.object().put("id", resource.id());
        if (!resource.compartmentId().isEmpty()) {
            shown.put("compartmentId", resource.compartmentId());
        }
        resource.attributes().properties().forEach(attribute -> {
            if (!attribute.getKey().startsWith("_")) {
                shown.set(attribute.getKey(), attribute.getValue());
            }
        });
        if (!resource.state().isEmpty()) {
            shown.put("lifecycleState", resource.state());
        }
        return shown.put("timeCreated", Json.time(resource.timeCreated()));
    }

    /// One page of a bare array, by the query's `limit` and `page`. A page's token is opaque to clients: the
    /// number of items before it.
    public static Reply page(Call call, List<? extends JsonNode> all) {
        var page = pageOf(call, all);
        var reply = ok(Json.array(page));
        return next(call, all).map(token -> reply.with("opc-next-page", token)).orElse(reply);
    }

    /// The same with the page as the member `items` of an object, as newer services do.
    public static Reply collection(Call call, List<? extends JsonNode> all) {
        var body = Json.object();
        body.set("items", Json.array(pageOf(call, all)));
        var reply = ok(body);
        return next(call, all).map(token -> reply.with("opc-next-page", token)).orElse(reply);
    }

    private static <T> List<T> pageOf(Call call, List<T> all) {
        var from = Math.min(start(call), all.size());
        return all.subList(from, Math.min(all.size(), from + limit(call)));
    }

    private static java.util.Optional<String> next(Call call, List<?> all) {
        var end = start(call) + limit(call);
        return end >= all.size()
                ? java.util.Optional.empty()
                : java.util.Optional.of(Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(("after " + end).getBytes(StandardCharsets.UTF_8)));
    }

    private static int limit(Call call) {
        var limit = call.numberQuery("limit").orElse((long) DEFAULT_LIMIT);
        if (limit < 1 || limit > MOST_LIMIT) {
            throw Refusal.invalid("limit must be between 1 and " + MOST_LIMIT);
        }
        return limit.intValue();
    }

    private static int start(Call call) {
        var token = call.query("page");
        if (token.isEmpty()) {
            return 0;
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(token.get()), StandardCharsets.UTF_8);
            return Math.max(0, Integer.parseInt(text.substring("after ".length())));
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            throw Refusal.invalid("page is not a token that a list gave");
        }
    }
}
