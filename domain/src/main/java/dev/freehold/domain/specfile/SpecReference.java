package dev.freehold.domain.specfile;

import dev.freehold.domain.resource.Setting;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.domain.specfile.form.Group;
import dev.freehold.domain.specfile.form.Member;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The table of keys as rows to print: the reference of the spec.
public final class SpecReference {
    private SpecReference() {}

    /// @param key with the keys around it: `nodes[].ocpus`
    /// @param allowed what may stand there
    /// @param otherwise what holds where it is left out
    public record Row(String key, String allowed, String otherwise, String description) {}

    /// Every key, in the order of the file.
    public static List<Row> rows() {
        var rows = new ArrayList<Row>();
        add(SpecKeys.GROUP, "", DefaultSpec.threeNode(), rows);
        return List.copyOf(rows);
    }

    private static <O> void add(Group<O> group, String before, @Nullable O defaults, List<Row> rows) {
        for (var member : group.members().values()) {
            var key = before + member.name();
            switch (member) {
                case Member.Value<O, ?> value ->
                    rows.add(new Row(key, value.form().what(), otherwise(value, defaults), value.description()));
                case Member.Section<O, ?> section -> addSection(section, key, defaults, rows);
                case Member.Sections<O, ?> sections -> {
                    rows.add(new Row(key, "a list of groups", "the default platform's", sections.description()));
                    add(sections.group(), key + "[].", null, rows);
                }
            }
        }
    }

    private static <O, T> void addSection(
            Member.Section<O, T> section, String key, @Nullable O defaults, List<Row> rows) {
        var inner = defaults == null ? null : section.of().apply(defaults);
        var allowed = section.nulls() == Member.Nulls.ALLOWED ? "a group, or null" : "a group";
        rows.add(new Row(key, allowed, inner == null ? "null" : "as its keys say", section.description()));
        add(section.group(), key + ".", inner, rows);
    }

    private static <O, T> String otherwise(Member.Value<O, T> member, @Nullable O defaults) {
        return switch (member.otherwise().without()) {
            case REFUSED -> "must be there";
            case UNSET -> "null";
            case WORKED_OUT -> member.otherwise().words();
            case DEFAULT_PLATFORM -> {
                var value = defaults == null ? null : member.of().apply(defaults);
                yield value == null ? "none" : shown(member.form().setting(value));
            }
        };
    }

    private static String shown(Setting value) {
        return value instanceof Setting.Group(var members) && members.isEmpty() ? "{}" : value.words();
    }
}
