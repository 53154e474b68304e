package dev.freehold.domain.yaml;

import static java.util.stream.Collectors.joining;

import dev.freehold.domain.yaml.YamlValue.Block;
import dev.freehold.domain.yaml.YamlValue.Comment;
import dev.freehold.domain.yaml.YamlValue.Entry;
import dev.freehold.domain.yaml.YamlValue.Group;
import dev.freehold.domain.yaml.YamlValue.Items;
import dev.freehold.domain.yaml.YamlValue.Line;
import dev.freehold.domain.yaml.YamlValue.Quoted;
import dev.freehold.domain.yaml.YamlValue.Word;

/// Writes YAML 1.2 that parsers of 1.1 read as the same.
public final class YamlWriter {
    /// What stands between two documents, and may stand before the first.
    public static final String MARK = "---\n";

    private YamlWriter() {}

    /// The text of one document, without a mark.
    ///
    /// @param indent blanks for each level
    public static String write(YamlValue.Group document, int indent) {
        return new YamlLines(indent).of(document);
    }

    /// A value on one line, whatever its layout.
    public static String onOneLine(YamlValue value) {
        return switch (value) {
            case Group(var _, var lines) ->
                lines.stream().map(YamlWriter::onOneLine).collect(joining(", ", "{", "}"));
            case Items(var _, var values) ->
                values.stream().map(YamlWriter::onOneLine).collect(joining(", ", "[", "]"));
            case Word(var text) -> text;
            case Quoted(var text) -> quoted(text);
            case Block(var text) -> quoted(text);
            case Comment _ -> throw new IllegalArgumentException("a comment would end the line");
        };
    }

    private static String onOneLine(Line line) {
        return switch (line) {
            case Entry(var key, var value) -> onOneLine(key) + ": " + onOneLine(value);
            case Comment comment -> onOneLine((YamlValue) comment);
        };
    }

    /// Whether a text of several lines comes back from a literal block as it is.
    public static boolean isBlock(String text) {
        return text.indexOf('\n') > 0
                && !text.endsWith("\n\n")
                && text.charAt(0) != ' '
                && text.charAt(0) != '\t'
                && text.chars().allMatch(c -> c == '\n' || (isPrintable((char) c) && c != '\t'));
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (isPrintable(c)) {
                        quoted.append(c);
                    } else {
                        quoted.append("\\u%04X".formatted((int) c));
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    /// YAML 1.2, 5.1, without what some parsers take for the end of a line.
    private static boolean isPrintable(char c) {
        return (c >= ' ' && c < 0x7F)
                || (c > 0xA0 && c != '\u2028' && c != '\u2029' && c < 0xFEFF)
                || (c > 0xFEFF && c < 0xFFFE);
    }
}
