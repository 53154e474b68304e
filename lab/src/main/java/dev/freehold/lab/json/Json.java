package dev.freehold.lab.json;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// JSON as trees, read and written. Trees are what the lab keeps: it must hold fields that it does not know.
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /// RFC 3339 in UTC with milliseconds, as OCI writes every time.
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    public static ArrayNode array(Collection<? extends JsonNode> items) {
        return MAPPER.createArrayNode().addAll(items);
    }

    public static ArrayNode strings(Collection<String> items) {
        var array = array();
        items.forEach(array::add);
        return array;
    }

    /// @throws JacksonException if it is no JSON
    public static JsonNode parse(byte[] text) {
        return MAPPER.readTree(text);
    }

    /// @throws JacksonException if it is no JSON
    public static JsonNode parse(String text) {
        return MAPPER.readTree(text);
    }

    public static byte[] bytes(JsonNode node) {
        return MAPPER.writeValueAsBytes(node);
    }

    /// As one line with its end.
    public static byte[] line(JsonNode node) {
        var json = bytes(node);
        var line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }

    public static String time(Instant instant) {
        return TIME.format(instant);
    }

    /// A member's text; `otherwise` if it is absent, null or no text.
    public static String text(JsonNode node, String member, String otherwise) {
        var value = node.path(member);
        return value.isString() ? value.stringValue() : otherwise;
    }
}
