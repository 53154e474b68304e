package dev.freehold.adapters.local.json;

import dev.freehold.domain.resource.Setting;
import dev.freehold.domain.resource.Setting.Absent;
import dev.freehold.domain.resource.Setting.Flag;
import dev.freehold.domain.resource.Setting.Group;
import dev.freehold.domain.resource.Setting.Many;
import dev.freehold.domain.resource.Setting.Quantity;
import dev.freehold.domain.resource.Setting.Text;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// JSON text from settings and back: objects are groups, arrays are many, null is absent.
public final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /// `setting` on one line, members in their order.
    public static String write(Setting setting) {
        // Through characters: a lone surrogate in somebody's words becomes a question mark when the text is
        // encoded, where Jackson's own UTF-8 generator throws.
        var text = new StringWriter();
        try (var generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            write(setting, generator);
        }
        return text.toString();
    }

    private static void write(Setting setting, JsonGenerator to) {
        switch (setting) {
            case Text(var value) -> to.writeString(value);
            case Quantity(var value) -> to.writeNumber(value);
            case Flag(var value) -> to.writeBoolean(value);
            case Absent() -> to.writeNull();
            case Many(var items) -> {
                to.writeStartArray();
                for (var item : items) {
                    write(item, to);
                }
                to.writeEndArray();
            }
            case Group(var members) -> {
                to.writeStartObject();
                for (var member : members.entrySet()) {
                    to.writeName(member.getKey());
                    write(member.getValue(), to);
                }
                to.writeEndObject();
            }
        }
    }

    /// The object in `bytes` from `offset`, `length` bytes long, in UTF-8.
    ///
    /// @throws IllegalArgumentException if that is not one JSON object
    public static Group read(byte[] bytes, int offset, int length) {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), bytes, offset, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("not a JSON object");
            }
            var group = group(parser);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("more than one JSON object");
            }
            return group;
        } catch (JacksonException malformed) {
            throw new IllegalArgumentException("not JSON: " + malformed.getOriginalMessage(), malformed);
        } catch (NumberFormatException beyondMeasure) { // Jackson's own word for an exponent without end
            throw new IllegalArgumentException("not JSON: " + beyondMeasure.getMessage(), beyondMeasure);
        }
    }

    private static Group group(JsonParser from) {
        var members = new LinkedHashMap<String, Setting>();
        for (var name = from.nextName(); name != null; name = from.nextName()) {
            members.put(name, setting(from.nextToken(), from));
        }
        return new Group(members);
    }

    private static Many many(JsonParser from) {
        var items = new ArrayList<Setting>();
        for (var token = from.nextToken(); token != JsonToken.END_ARRAY; token = from.nextToken()) {
            items.add(setting(token, from));
        }
        return new Many(items);
    }

    private static Setting setting(JsonToken token, JsonParser from) {
        return switch (token) {
            case VALUE_STRING -> new Text(from.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Quantity(from.getDecimalValue());
            case VALUE_TRUE -> new Flag(true);
            case VALUE_FALSE -> new Flag(false);
            case VALUE_NULL -> new Absent();
            case START_OBJECT -> group(from);
            case START_ARRAY -> many(from);
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalArgumentException("not JSON: an unexpected " + token);
        };
    }
}
