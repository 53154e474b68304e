package dev.freehold.lab.oracle.api;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.wire.Incoming;
import dev.freehold.lab.world.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One authenticated call of an operation.
public final class Call {
    private final Incoming incoming;
    private final Map<String, String> path;
    private final Map<String, List<String>> query;
    private final byte[] body;
    private final String userId;
    private final String requestId;

    Call(Incoming incoming, Map<String, String> path, byte[] body, String userId, String requestId) {
        this.incoming = incoming;
        this.path = path;
        this.query = incoming.query();
        this.body = body;
        this.userId = userId;
        this.requestId = requestId;
    }

    /// Its body is there to be read in stream handlers alone.
    public Incoming incoming() {
        return incoming;
    }

    /// OCID of the user whose key signed it; empty where none was needed.
    public String userId() {
        return userId;
    }

    /// As `opc-request-id` will say.
    public String requestId() {
        return requestId;
    }

    /// A parameter of the route's template, decoded.
    public String path(String name) {
        var value = path.get(name);
        if (value == null) {
            throw new IllegalStateException("The route of " + incoming + " has no parameter " + name);
        }
        return value;
    }

    public Optional<String> query(String name) {
        var values = query.get(name);
        return values == null || values.getFirst().isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
    }

    /// @throws Refusal if it is not there
    public String requiredQuery(String name) {
        return query(name).orElseThrow(() -> Refusal.missing(name));
    }

    /// Whether a resource passes a query parameter that filters by one of its texts; one that is not given
    /// passes all.
    public boolean admits(String parameter, String value) {
        var wanted = query(parameter);
        return wanted.isEmpty() || wanted.get().equals(value);
    }

    /// @throws Refusal if it is given and no number
    public Optional<Long> numberQuery(String name) {
        try {
            return query(name).map(Long::valueOf);
        } catch (NumberFormatException _) {
            throw Refusal.invalid(name + " is not a number");
        }
    }

    /// The bytes of the body; empty in stream handlers.
    public byte[] body() {
        return body.clone();
    }

    /// @throws Refusal if the body is no JSON object
    public ObjectNode json() {
        if (tree() instanceof ObjectNode object) {
            return object;
        }
        throw unparsable();
    }

    private JsonNode tree() {
        try {
            return Json.parse(body);
        } catch (JacksonException _) {
            throw unparsable();
        }
    }

    private static Refusal unparsable() {
        return new Refusal(
                400, "CannotParseRequest", "Incorrectly formatted request. Please refer to the API reference");
    }

    /// A text member of the body.
    ///
    /// @throws Refusal if it is absent or empty
    public String required(String member) {
        return optional(member).orElseThrow(() -> Refusal.missing(member));
    }

    public Optional<String> optional(String member) {
        return Optional.of(Json.text(json(), member, "")).filter(text -> !text.isEmpty());
    }

    /// @throws Refusal if the caller has seen another version of it
    public void checkIfMatch(Resource resource) {
        var wanted = incoming.header("if-match");
        if (wanted.isPresent()
                && !wanted.get().equals(resource.etag())
                && !wanted.get().equals("*")) {
            throw Refusal.staleEtag();
        }
    }
}
