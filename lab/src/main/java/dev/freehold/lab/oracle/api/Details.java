package dev.freehold.lab.oracle.api;

import dev.freehold.lab.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The details in a request's body, as a resource's attributes.
public final class Details {
    private Details() {}

    /// Those of `members` that the body has, and tags and display name, which every resource takes.
    ///
    /// @param type for the display name that Oracle would make up
    public static ObjectNode created(Call call, String type, String... members) {
        var body = call.json();
        var attributes = Json.object();
        attributes.put(
                "displayName",
                Json.text(body, "displayName", type + call.requestId().substring(0, 8)));
        attributes.set("freeformTags", body.path("freeformTags").isObject() ? body.get("freeformTags") : Json.object());
        attributes.set("definedTags", body.path("definedTags").isObject() ? body.get("definedTags") : Json.object());
        copy(body, attributes, members);
        return attributes;
    }

    /// Into `attributes` what an update's body has of `members`, of tags and of the display name.
    public static void update(Call call, ObjectNode attributes, String... members) {
        var body = call.json();
        copy(body, attributes, "displayName", "freeformTags", "definedTags");
        copy(body, attributes, members);
    }

    private static void copy(JsonNode body, ObjectNode attributes, String... members) {
        for (var member : members) {
            var value = body.path(member);
            if (!value.isMissingNode() && !value.isNull()) {
                attributes.set(member, value);
            }
        }
    }
}
