package dev.freehold.adapters.local.sops;

import dev.freehold.adapters.local.sops.Content.Branch;
import dev.freehold.adapters.local.sops.Content.Comment;
import dev.freehold.adapters.local.sops.Content.Entry;
import dev.freehold.adapters.local.sops.Content.Flag;
import dev.freehold.adapters.local.sops.Content.Items;
import dev.freehold.adapters.local.sops.Content.Moment;
import dev.freehold.adapters.local.sops.Content.Nothing;
import dev.freehold.adapters.local.sops.Content.Pair;
import dev.freehold.adapters.local.sops.Content.Real;
import dev.freehold.adapters.local.sops.Content.Text;
import dev.freehold.adapters.local.sops.Content.Whole;
import dev.freehold.ports.document.DocumentEncryption;
import dev.freehold.ports.document.RefusedDocument;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/// A JSON document: an object at its top. Written as `sops` does, a tab for each level; comments have no place in
/// it.
final class JsonText {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // The file's length has been looked at.
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(DocumentEncryption.MOST_BYTES)
                    .maxNameLength(DocumentEncryption.MOST_BYTES)
                    .build())
            .build();

    private static final DefaultIndenter TABS = new DefaultIndenter("\t", "\n");

    private static final ObjectWriteContext INDENTED = new ObjectWriteContext.Base() {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                            .withObjectEmptySeparator("")
                            .withArrayEmptySeparator(""))
                    .withObjectIndenter(TABS)
                    .withArrayIndenter(TABS);
        }
    };

    private JsonText() {}

    static Branch read(String text) {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new RefusedDocument("the document must be an object at its top: {...}");
            }
            var branch = branch(parser);
            if (parser.nextToken() != null) {
                throw new RefusedDocument("something follows the document's end");
            }
            return branch;
        } catch (JacksonException malformed) {
            var at = malformed.getLocation();
            var words = String.valueOf(malformed.getOriginalMessage())
                    .lines()
                    .findFirst()
                    .orElse("");
            throw new RefusedDocument(
                    (at == null ? "" : "line " + at.getLineNr() + ": ") + "this is not JSON as is" + " read here: "
                            + words,
                    malformed);
        }
    }

    private static Branch branch(JsonParser from) {
        var entries = new ArrayList<Entry>();
        for (var name = from.nextName(); name != null; name = from.nextName()) {
            entries.add(new Pair(whole(name), value(from.nextToken(), from)));
        }
        return new Branch(entries);
    }

    private static Content value(JsonToken token, JsonParser from) {
        return switch (token) {
            case VALUE_STRING -> new Text(whole(from.getString()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(from.getString());
            case VALUE_TRUE -> new Flag(true);
            case VALUE_FALSE -> new Flag(false);
            case VALUE_NULL -> new Nothing();
            case START_OBJECT -> branch(from);
            case START_ARRAY -> {
                var items = new ArrayList<Content>();
                for (var each = from.nextToken(); each != JsonToken.END_ARRAY; each = from.nextToken()) {
                    items.add(value(each, from));
                }
                yield new Items(items);
            }
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new RefusedDocument("this is not JSON: an unexpected " + token);
        };
    }

    private static Content number(String text) {
        try {
            return new Whole(Long.parseLong(text));
        } catch (NumberFormatException _) { // a fraction, or above 64 bits, which sops takes for one
            double number = Double.parseDouble(text);
            if (Double.isInfinite(number)) {
                throw new RefusedDocument("the number " + text + " is above what SOPS can hold; put it in quotes");
            }
            return new Real(number);
        }
    }

    /// Half of a surrogate pair can't be encoded; others read it as U+FFFD too.
    private static String whole(String text) {
        var whole = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }

    static String write(List<Branch> documents) {
        if (documents.size() != 1) {
            throw new RefusedDocument("a JSON file holds one document, and here are " + documents.size());
        }
        var text = new StringWriter();
        try (var json = FACTORY.createGenerator(INDENTED, text)) {
            write(documents.getFirst(), json);
        }
        return text.append('\n').toString();
    }

    private static void write(Content value, JsonGenerator json) {
        switch (value) {
            case Branch(var entries) -> {
                json.writeStartObject();
                for (var entry : entries) {
                    if (entry instanceof Pair(var key, var inner)) {
                        json.writeName(key);
                        write(inner, json);
                    }
                }
                json.writeEndObject();
            }
            case Items(var items) -> {
                json.writeStartArray();
                for (var item : items) {
                    if (!(item instanceof Comment)) {
                        write(item, json);
                    }
                }
                json.writeEndArray();
            }
            case Text(var text) -> json.writeString(text);
            case Whole(var number) -> json.writeNumber(number);
            case Real(var number) -> {
                if (!Double.isFinite(number)) {
                    throw new RefusedDocument("JSON has no word for a number that is infinite or none");
                }
                json.writeNumber(Numerals.scientific(number));
            }
            case Flag(var flag) -> json.writeBoolean(flag);
            case Moment(var moment) -> json.writeString(Moments.text(moment));
            case Nothing() -> json.writeNull();
            case Comment _ -> throw new IllegalStateException("a comment is no value");
        }
    }
}
