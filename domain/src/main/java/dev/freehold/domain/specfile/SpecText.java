package dev.freehold.domain.specfile;

import static java.util.stream.Collectors.joining;

import dev.freehold.domain.resource.Setting;
import dev.freehold.domain.spec.Spec;
import dev.freehold.domain.specfile.form.Form;
import dev.freehold.domain.specfile.form.Group;
import dev.freehold.domain.specfile.form.Member;
import dev.freehold.domain.specfile.form.Words;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Writes a spec as the YAML that reads back as the same spec: every key, by the table of keys.
public final class SpecText {
    private static final String SAFE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789./_@-";

    private SpecText() {}

    public static String of(Spec spec) {
        var text = new StringBuilder();
        write(SpecKeys.GROUP, spec, "", text);
        return text.toString();
    }

    private static <O> void write(Group<O> group, O owner, String indent, StringBuilder text) {
        for (var member : group.members().values()) {
            switch (member) {
                case Member.Value<O, ?> value -> {
                    var written = written(value, owner);
                    if (written != null) {
                        line(indent, value.name(), written, text);
                    }
                }
                case Member.Section<O, ?> section -> write(section, owner, indent, text);
                case Member.Sections<O, ?> sections -> write(sections, owner, indent, text);
            }
        }
    }

    private static <O, T> void write(Member.Section<O, T> section, O owner, String indent, StringBuilder text) {
        var inner = section.of().apply(owner);
        if (inner == null) {
            line(indent, section.name(), "null", text);
        } else if (isFlat(section.group())) {
            line(indent, section.name(), flow(section.group(), inner), text);
        } else {
            text.append(indent).append(section.name()).append(":\n");
            write(section.group(), inner, indent + "  ", text);
        }
    }

    private static <O, T> void write(Member.Sections<O, T> sections, O owner, String indent, StringBuilder text) {
        var all = sections.of().apply(owner);
        if (all.isEmpty()) {
            line(indent, sections.name(), "[]", text);
            return;
        }
        text.append(indent).append(sections.name()).append(":\n");
        for (var one : all) {
            text.append(indent)
                    .append("  - ")
                    .append(flow(sections.group(), one))
                    .append('\n');
        }
    }

    private static void line(String indent, String key, String value, StringBuilder text) {
        text.append(indent).append(key).append(": ").append(value).append('\n');
    }

    /// Is there nothing in the group but single values? Then it fits on a line.
    private static boolean isFlat(Group<?> group) {
        return group.members().values().stream()
                .allMatch(member ->
                        member instanceof Member.Value<?, ?> value && value.form() instanceof Form.OfScalar<?>);
    }

    private static <O> String flow(Group<O> group, O owner) {
        var parts = new ArrayList<String>();
        for (var member : group.members().values()) {
            if (member instanceof Member.Value<O, ?> value) {
                var written = written(value, owner);
                if (written != null) {
                    parts.add(value.name() + ": " + written);
                }
            }
        }
        return "{" + String.join(", ", parts) + "}";
    }

    private static <O, T> @Nullable String written(Member.Value<O, T> member, O owner) {
        var value = member.of().apply(owner);
        return value == null ? null : yaml(member.form().setting(value));
    }

    private static String yaml(Setting setting) {
        return switch (setting) {
            case Setting.Text(var text) -> text(text);
            case Setting.Quantity(var number) -> number.toPlainString();
            case Setting.Flag(var flag) -> String.valueOf(flag);
            case Setting.Many(var items) -> items.stream().map(SpecText::yaml).collect(joining(", ", "[", "]"));
            case Setting.Group(var members) ->
                members.entrySet().stream()
                        .map(member -> text(member.getKey()) + ": " + yaml(member.getValue()))
                        .collect(joining(", ", "{", "}"));
            case Setting.Absent _ -> "null";
        };
    }

    /// As it is where YAML takes it for the same text wherever it stands, else in quotes.
    private static String text(String value) {
        boolean safe = Words.isPlainText(value)
                && value.chars().allMatch(c -> SAFE.indexOf(c) >= 0)
                && value.charAt(0) != '-'
                && value.charAt(0) != '@';
        if (safe) {
            return value;
        }
        // No form of the table lets through what would need more escapes than these.
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
