package dev.freehold.domain.specfile;

import dev.freehold.domain.resource.Setting;
import dev.freehold.domain.resource.Setting.Flag;
import dev.freehold.domain.resource.Setting.Many;
import dev.freehold.domain.resource.Setting.Quantity;
import dev.freehold.domain.resource.Setting.Text;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.domain.specfile.form.Amount;
import dev.freehold.domain.specfile.form.Form;
import dev.freehold.domain.specfile.form.Group;
import dev.freehold.domain.specfile.form.Member;
import dev.freehold.domain.specfile.form.Member.Without;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The JSON Schema of the spec, from the table of keys. It says what one value may be; what holds between
/// values (addresses inside their networks, no name twice) only reading says.
public final class SpecSchema {
    private SpecSchema() {}

    /// The schema as a tree, to be printed as JSON.
    public static Setting.Group tree() {
        var schema = new LinkedHashMap<String, Setting>();
        schema.put("$schema", new Text("https://json-schema.org/draft/2020-12/schema"));
        schema.put("title", new Text("Freehold's spec"));
        schema.putAll(group(SpecKeys.GROUP, DefaultSpec.threeNode(), false));
        return new Setting.Group(schema);
    }

    private static <O> Map<String, Setting> group(Group<O> group, @Nullable O defaults, boolean nullable) {
        var schema = new LinkedHashMap<String, Setting>();
        schema.put("type", nullable ? texts(List.of("object", "null")) : new Text("object"));
        var properties = new LinkedHashMap<String, Setting>();
        var required = new ArrayList<String>();
        for (var member : group.members().values()) {
            properties.put(member.name(), new Setting.Group(member(member, defaults)));
            if (member instanceof Member.Value<O, ?> value && value.otherwise().without() == Without.REFUSED) {
                required.add(member.name());
            }
        }
        schema.put("properties", new Setting.Group(properties));
        if (!required.isEmpty()) {
            schema.put("required", texts(required));
        }
        schema.put("additionalProperties", new Flag(false));
        return schema;
    }

    private static <O> Map<String, Setting> member(Member<O> member, @Nullable O defaults) {
        var schema = new LinkedHashMap<String, Setting>();
        schema.put("description", new Text(described(member)));
        switch (member) {
            case Member.Value<O, ?> value -> schema.putAll(value(value, defaults));
            case Member.Section<O, ?> section -> schema.putAll(section(section, defaults));
            case Member.Sections<O, ?> sections -> {
                schema.put("type", new Text("array"));
                schema.put("items", new Setting.Group(group(sections.group(), null, false)));
            }
        }
        return schema;
    }

    private static String described(Member<?> member) {
        return member instanceof Member.Value<?, ?> value && value.otherwise().without() == Without.WORKED_OUT
                ? member.description() + " Left out: " + value.otherwise().words() + "."
                : member.description();
    }

    private static <O, T> Map<String, Setting> section(Member.Section<O, T> section, @Nullable O defaults) {
        return group(
                section.group(),
                defaults == null ? null : section.of().apply(defaults),
                section.nulls() == Member.Nulls.ALLOWED);
    }

    private static <O, T> Map<String, Setting> value(Member.Value<O, T> member, @Nullable O defaults) {
        var schema = form(member.form());
        if (member.otherwise().without() == Without.UNSET) {
            schema.put("type", texts(List.of("string", "null")));
        }
        var value = defaults == null || member.otherwise().without() != Without.DEFAULT_PLATFORM
                ? null
                : member.of().apply(defaults);
        if (value != null) {
            schema.put("default", member.form().setting(value));
        }
        return schema;
    }

    private static Map<String, Setting> form(Form<?> form) {
        var schema = new LinkedHashMap<String, Setting>();
        switch (form) {
            case Form.Text<?> text -> {
                schema.put("type", new Text("string"));
                // JSON Schema looks for a pattern anywhere in the text; ours are of the whole text.
                schema.put("pattern", new Text("^(" + text.pattern().pattern() + ")$"));
                schema.put("maxLength", Setting.number(text.longest()));
            }
            case Amount<?> amount -> {
                schema.put("type", new Text(amount.isWhole() ? "integer" : "number"));
                schema.put(amount.isAbove() ? "exclusiveMinimum" : "minimum", new Quantity(amount.least()));
                schema.put("maximum", new Quantity(amount.most()));
            }
            case Form.Word<?> word ->
                schema.put("enum", texts(List.copyOf(word.words().keySet())));
            case Form.Many<?> many -> {
                schema.put("type", new Text("array"));
                schema.put("items", new Setting.Group(form(many.items())));
                schema.put("uniqueItems", new Flag(true));
            }
            case Form.Named<?> named -> {
                schema.put("type", new Text("object"));
                schema.put("propertyNames", new Setting.Group(form(named.names())));
                schema.put("additionalProperties", new Setting.Group(form(named.values())));
            }
        }
        return schema;
    }

    private static Setting texts(List<String> texts) {
        return new Many(texts.stream().<Setting>map(Text::new).toList());
    }
}
