package dev.freehold.lab.tailscale;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Tx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The keys by which machines are let in. A used single-use key and an expired one are gone.
final class AuthKeys {
    private static final Duration USUAL = Duration.ofDays(90);

    /// What the lab's OAuth client may give away.
    private static final List<String> OWNED_TAGS = List.of("tag:freehold", "tag:k8s-operator", "tag:k8s");

    private final Secrets secrets = new Secrets();

    JsonNode mint(Tx tx, JsonNode body) {
        var create = body.path("capabilities").path("devices").path("create");
        var tags = tags(create.path("tags"));
        if (tags.isEmpty()) {
            throw new TailnetRefusal(400, "keys made by an OAuth client need at least one tag");
        }
        var description = body.path("description").asString("");
        if (!description.matches("[A-Za-z0-9 -]{0,50}")) {
            throw new TailnetRefusal(400, "description has at most 50 letters, digits, spaces and hyphens");
        }
        var seconds = body.path("expirySeconds").asLong(USUAL.toSeconds());
        if (seconds < 1 || seconds > USUAL.toSeconds()) {
            throw new TailnetRefusal(400, "expirySeconds has to be from 1 to " + USUAL.toSeconds());
        }
        var id = Secrets.id('k', tx.nextSequence());
        var secret = secrets.key("auth", id);
        var kept = Json.object()
                .put("id", id)
                .put("description", description)
                .put("created", Json.time(tx.now()))
                .put(Tailnet.EXPIRES, Json.time(tx.now().plusSeconds(seconds)))
                .put("reusable", create.path("reusable").asBoolean(false))
                .put("ephemeral", create.path("ephemeral").asBoolean(false))
                .put("preauthorized", create.path("preauthorized").asBoolean(false))
                .put(Tailnet.HASH, Secrets.hash(secret));
        kept.set(Tailnet.TAGS, Json.strings(tags));
        return answer(tx.create(id, Tailnet.KEY, "", "", kept)).put("key", secret);
    }

    static List<String> tags(JsonNode given) {
        var tags = new ArrayList<String>();
        for (var tag : given) {
            if (!OWNED_TAGS.contains(tag.asString(""))) {
                throw new TailnetRefusal(400, "requested tags [" + tag.asString("") + "] are invalid or not permitted");
            }
            tags.add(tag.asString());
        }
        return tags;
    }

    JsonNode list(Tx tx) {
        var ids = tx.stream(Tailnet.KEY)
                .filter(key -> !Tailnet.isOver(key, tx.now()))
                .map(key -> Json.object().put("id", key.id()))
                .toList();
        return Json.object().set("keys", Json.array(ids));
    }

    JsonNode shown(Tx tx, String id) {
        return answer(found(tx, id));
    }

    JsonNode delete(Tx tx, String id) {
        tx.forget(found(tx, id).id());
        return Json.object();
    }

    private static Resource found(Tx tx, String id) {
        return tx.find(Tailnet.KEY, id)
                .filter(key -> !Tailnet.isOver(key, tx.now()))
                .orElseThrow(() -> TailnetRefusal.notFound("key"));
    }

    private static tools.jackson.databind.node.ObjectNode answer(Resource key) {
        var create = Json.object();
        for (var name : List.of("reusable", "ephemeral", "preauthorized", Tailnet.TAGS)) {
            create.set(name, key.get(name));
        }
        var answer = Json.object();
        for (var name : List.of("id", "description", "created", Tailnet.EXPIRES)) {
            answer.set(name, key.get(name));
        }
        answer.putObject("capabilities").putObject("devices").set("create", create);
        return answer;
    }
}
