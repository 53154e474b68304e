package dev.freehold.adapters.local.yaml;

import static java.util.stream.Collectors.joining;

import dev.freehold.adapters.local.yaml.YamlValue.Block;
import dev.freehold.adapters.local.yaml.YamlValue.Comment;
import dev.freehold.adapters.local.yaml.YamlValue.Entry;
import dev.freehold.adapters.local.yaml.YamlValue.Group;
import dev.freehold.adapters.local.yaml.YamlValue.Items;
import dev.freehold.adapters.local.yaml.YamlValue.Layout;
import dev.freehold.adapters.local.yaml.YamlValue.Line;
import dev.freehold.adapters.local.yaml.YamlValue.Quoted;
import dev.freehold.adapters.local.yaml.YamlValue.Word;
import java.util.List;

/// Writes YAML 1.2 that parsers of 1.1 read as the same.
public final class YamlWriter {
    /// What stands between two documents, and may stand before the first.
    public static final String MARK = "---\n";

    /// No reader looks further for the colon (YAML 1.2, 7.4.2: 1,024 letters); its indicator goes off.
    private static final int LONGEST_IMPLICIT_KEY = 1_000;

    private final int indent;
    private final StringBuilder out = new StringBuilder();

    /// Whether the line has begun, with a dash: what comes next follows it.
    private boolean behindDash;

    private YamlWriter(int indent) {
        this.indent = indent;
    }

    /// The text of one document, without a mark.
    ///
    /// @param indent blanks for each level
    public static String write(YamlValue.Group document, int indent) {
        var writer = new YamlWriter(indent);
        writer.group(document.lines(), 0);
        return writer.out.toString();
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

    private void group(List<? extends Line> lines, int column) {
        var behind = new StringBuilder();
        for (var line : lines) {
            switch (line) {
                case Comment(var text, var isBehind)
                when isBehind -> behind.append('#').append(text);
                case Comment comment -> commentLine(comment, column);
                case Entry(var key, var value) -> {
                    begin(column);
                    key(onOneLine(key), column);
                    value(value, inner(column), behind);
                }
            }
        }
        // Behind nothing: a line of its own, as sops has it.
        if (!behind.isEmpty()) {
            indent(column);
            out.append(behind).append('\n');
        }
    }

    private void key(String key, int column) {
        if (key.length() > LONGEST_IMPLICIT_KEY) {
            out.append("? ").append(key).append('\n');
            indent(column);
        } else {
            out.append(key);
        }
        out.append(':');
    }

    private void items(List<? extends YamlValue> values, int column) {
        var behind = new StringBuilder();
        for (var item : values) {
            switch (item) {
                case Comment(var text, var isBehind)
                when isBehind -> behind.append('#').append(text);
                case Comment comment -> commentLine(comment, column);
                case Group(var layout, var lines)
                when layout == Layout.BLOCK && hasEntries(lines) -> {
                    int first = firstComments(lines);
                    comments(lines.subList(0, first), column);
                    dash(column);
                    group(lines.subList(first, lines.size()), column + 2);
                }
                case Items(var layout, var inner)
                when layout == Layout.BLOCK && hasValues(inner) -> {
                    int first = firstComments(inner);
                    comments(inner.subList(0, first), column);
                    dash(column);
                    items(inner.subList(first, inner.size()), column + 2);
                }
                case Group _, Items _, Word _, Quoted _, Block _ -> {
                    begin(column);
                    out.append('-');
                    value(item, inner(column), behind);
                }
            }
        }
        if (!behind.isEmpty()) {
            indent(column);
            out.append(behind).append('\n');
        }
    }

    /// Behind a dash there is no room for a comment: it goes before, where it belongs to the same path.
    private void comments(List<?> comments, int column) {
        comments.forEach(each -> commentLine((Comment) each, column));
    }

    private void commentLine(Comment comment, int column) {
        begin(column);
        out.append('#').append(comment.text()).append('\n');
    }

    private void dash(int column) {
        begin(column);
        out.append("- ");
        behindDash = true;
    }

    /// Begins what stands at `column`: on a line of its own, or behind the dash that began one.
    private void begin(int column) {
        if (!behindDash) {
            indent(column);
        }
        behindDash = false;
    }

    /// How many comments on lines of their own come first.
    private static int firstComments(List<?> parts) {
        int first = 0;
        while (parts.get(first) instanceof Comment(var _, var behind) && !behind) {
            first++;
        }
        return first;
    }

    private static boolean hasValues(List<YamlValue> values) {
        return values.stream().anyMatch(value -> !(value instanceof Comment));
    }

    private static boolean hasEntries(List<Line> lines) {
        return lines.stream().anyMatch(Entry.class::isInstance);
    }

    /// Where what belongs to a key or a dash begins: at the next multiple, for behind a dash keys stand in
    /// between.
    private int inner(int column) {
        return (column / indent + 1) * indent;
    }

    /// What follows a key or a dash, to the end of its last line.
    ///
    /// @param behind the comment of that line; taken
    private void value(YamlValue value, int inner, StringBuilder behind) {
        switch (value) {
            case Group(var layout, var lines)
            when layout == Layout.BLOCK -> {
                commentBehind(behind);
                group(lines, inner);
                if (!hasEntries(lines)) {
                    indent(inner);
                    out.append("{}\n");
                }
            }
            case Items(var layout, var values)
            when layout == Layout.BLOCK -> {
                commentBehind(behind);
                items(values, inner);
                if (!hasValues(values)) {
                    indent(inner);
                    out.append("[]\n");
                }
            }
            case Block(var text) when behind.isEmpty() && isBlock(text) -> block(text, inner);
            case Group _, Items _, Word _, Quoted _, Block _ -> line(onOneLine(value), behind);
            case Comment _ -> throw new IllegalStateException("a comment is no value");
        }
    }

    private void line(String scalar, StringBuilder behind) {
        out.append(' ').append(scalar);
        commentBehind(behind);
    }

    private void commentBehind(StringBuilder behind) {
        if (!behind.isEmpty()) {
            out.append(' ').append(behind);
            behind.setLength(0);
        }
        out.append('\n');
    }

    /// Whether a text of several lines comes back from a literal block as it is.
    public static boolean isBlock(String text) {
        return text.indexOf('\n') > 0
                && !text.endsWith("\n\n")
                && text.charAt(0) != ' '
                && text.charAt(0) != '\t'
                && text.chars().allMatch(c -> c == '\n' || (isPrintable((char) c) && c != '\t'));
    }

    private void block(String text, int column) {
        out.append(text.endsWith("\n") ? " |\n" : " |-\n");
        for (var line : text.lines().toList()) {
            if (!line.isEmpty()) {
                indent(column);
                out.append(line);
            }
            out.append('\n');
        }
    }

    private void indent(int column) {
        out.repeat(' ', column);
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
