package dev.freehold.adapters.local.sops;

import static java.util.stream.Collectors.joining;

import dev.freehold.adapters.local.sops.Content.Branch;
import dev.freehold.adapters.local.sops.Content.Comment;
import dev.freehold.adapters.local.sops.Content.Flag;
import dev.freehold.adapters.local.sops.Content.Items;
import dev.freehold.adapters.local.sops.Content.Moment;
import dev.freehold.adapters.local.sops.Content.Nothing;
import dev.freehold.adapters.local.sops.Content.Pair;
import dev.freehold.adapters.local.sops.Content.Real;
import dev.freehold.adapters.local.sops.Content.Text;
import dev.freehold.adapters.local.sops.Content.Whole;
import dev.freehold.domain.yaml.YamlValue;
import dev.freehold.domain.yaml.YamlWriter;
import java.util.List;

/// YAML documents as `sops` writes them: four blanks for each level, block style, quotes only where they are
/// needed, texts of several lines as they are.
final class SopsYaml {
    private static final int INDENT = 4;

    private SopsYaml() {}

    static String write(List<Branch> documents) {
        return documents.stream().map(SopsYaml::text).collect(joining(YamlWriter.MARK));
    }

    private static String text(Branch document) {
        var text = YamlWriter.write(group(document), INDENT);
        // Without a word of its own a document without keys would be none.
        return document.entries().stream().anyMatch(Pair.class::isInstance) ? text : text + "{}\n";
    }

    private static YamlValue.Group group(Branch branch) {
        return new YamlValue.Group(
                YamlValue.Layout.BLOCK,
                branch.entries().stream().map(SopsYaml::line).toList());
    }

    private static YamlValue.Line line(Content.Entry entry) {
        return switch (entry) {
            case Comment(var text, var inline) -> new YamlValue.Comment(text, inline);
            case Pair(var key, var value) -> new YamlValue.Entry(scalar(key), value(value));
        };
    }

    private static YamlValue value(Content content) {
        return switch (content) {
            case Branch branch -> group(branch);
            case Items(var items) ->
                YamlValue.items(items.stream().map(SopsYaml::value).toList());
            case Comment(var text, var inline) -> new YamlValue.Comment(text, inline);
            case Text(var text) -> YamlWriter.isBlock(text) ? new YamlValue.Block(text) : scalar(text);
            case Whole(var number) -> YamlValue.word(number);
            case Real(var number) -> YamlValue.word(real(number));
            case Flag(var flag) -> YamlValue.word(flag);
            case Moment(var moment) -> YamlValue.word(Moments.text(moment));
            case Nothing() -> YamlValue.word("null");
        };
    }

    private static YamlValue.Scalar scalar(String text) {
        return Scalars.isPlain(text) ? YamlValue.word(text) : YamlValue.quoted(text);
    }

    private static String real(double number) {
        if (Double.isNaN(number)) {
            return ".nan";
        }
        return Double.isInfinite(number) ? (number > 0 ? ".inf" : "-.inf") : Numerals.scientific(number);
    }
}
