package dev.freehold.domain.specfile;

import static dev.freehold.domain.yaml.YamlValue.entry;
import static dev.freehold.domain.yaml.YamlValue.inline;
import static dev.freehold.domain.yaml.YamlValue.inlineItems;
import static dev.freehold.domain.yaml.YamlValue.items;
import static dev.freehold.domain.yaml.YamlValue.word;

import dev.freehold.domain.resource.Setting;
import dev.freehold.domain.spec.Spec;
import dev.freehold.domain.specfile.form.Form;
import dev.freehold.domain.specfile.form.Group;
import dev.freehold.domain.specfile.form.Member;
import dev.freehold.domain.specfile.form.Words;
import dev.freehold.domain.yaml.YamlValue;
import dev.freehold.domain.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes a spec as the YAML that reads back as the same spec: every key, by the table of keys.
public final class SpecText {
    private static final String SAFE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789./_@-";
    private static final int INDENT = 2;

    private SpecText() {}

    public static String of(Spec spec) {
        return YamlWriter.write(new YamlValue.Group(YamlValue.Layout.BLOCK, lines(SpecKeys.GROUP, spec)), INDENT);
    }

    private static <O> List<YamlValue.Line> lines(Group<O> group, O owner) {
        var lines = new ArrayList<YamlValue.Line>();
        for (var member : group.members().values()) {
            switch (member) {
                case Member.Value<O, ?> value -> {
                    var written = written(value, owner);
                    if (written != null) {
                        lines.add(entry(value.name(), written));
                    }
                }
                case Member.Section<O, ?> section -> lines.add(entry(section.name(), section(section, owner)));
                case Member.Sections<O, ?> sections -> lines.add(entry(sections.name(), sections(sections, owner)));
            }
        }
        return lines;
    }

    private static <O, T> YamlValue section(Member.Section<O, T> section, O owner) {
        var inner = section.of().apply(owner);
        if (inner == null) {
            return word("null");
        }
        var lines = lines(section.group(), inner);
        return isFlat(section.group()) ? inline(lines) : new YamlValue.Group(YamlValue.Layout.BLOCK, lines);
    }

    private static <O, T> YamlValue sections(Member.Sections<O, T> sections, O owner) {
        var all = sections.of().apply(owner).stream()
                .map(one -> inline(lines(sections.group(), one)))
                .toList();
        return all.isEmpty() ? inlineItems(all) : items(all);
    }

    /// Is there nothing in the group but single values? Then it fits on a line.
    private static boolean isFlat(Group<?> group) {
        return group.members().values().stream()
                .allMatch(member ->
                        member instanceof Member.Value<?, ?> value && value.form() instanceof Form.OfScalar<?>);
    }

    private static <O, T> @Nullable YamlValue written(Member.Value<O, T> member, O owner) {
        var value = member.of().apply(owner);
        return value == null ? null : yaml(member.form().setting(value));
    }

    private static YamlValue yaml(Setting setting) {
        return switch (setting) {
            case Setting.Text(var text) -> scalar(text);
            case Setting.Quantity(var number) -> word(number.toPlainString());
            case Setting.Flag(var flag) -> word(flag);
            case Setting.Many(var all) ->
                inlineItems(all.stream().map(SpecText::yaml).toList());
            case Setting.Group(var members) ->
                inline(members.entrySet().stream()
                        .<YamlValue.Line>map(
                                member -> new YamlValue.Entry(scalar(member.getKey()), yaml(member.getValue())))
                        .toList());
            case Setting.Absent _ -> word("null");
        };
    }

    /// As it is where YAML takes it for the same text wherever it stands, else in quotes.
    private static YamlValue.Scalar scalar(String value) {
        boolean safe = Words.isPlainText(value)
                && value.chars().allMatch(c -> SAFE.indexOf(c) >= 0)
                && value.charAt(0) != '-'
                && value.charAt(0) != '@';
        return safe ? word(value) : YamlValue.quoted(value);
    }
}
