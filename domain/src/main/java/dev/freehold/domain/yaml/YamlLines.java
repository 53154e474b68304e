package dev.freehold.domain.yaml;

import dev.freehold.domain.yaml.YamlValue.Block;
import dev.freehold.domain.yaml.YamlValue.Comment;
import dev.freehold.domain.yaml.YamlValue.Entry;
import dev.freehold.domain.yaml.YamlValue.Group;
import dev.freehold.domain.yaml.YamlValue.Items;
import dev.freehold.domain.yaml.YamlValue.Layout;
import dev.freehold.domain.yaml.YamlValue.Line;
import dev.freehold.domain.yaml.YamlValue.Quoted;
import dev.freehold.domain.yaml.YamlValue.Word;
import java.util.List;

/// The lines of one document, as they are written. A line that a dash began is gone on with by what comes next.
final class YamlLines {
    /// No reader looks further for the colon (YAML 1.2, 7.4.2: 1,024 letters); its indicator goes off.
    private static final int LONGEST_IMPLICIT_KEY = 1_000;

    private final int indent;
    private final StringBuilder out = new StringBuilder();

    /// @param indent blanks for each level
    YamlLines(int indent) {
        this.indent = indent;
    }

    String of(YamlValue.Group document) {
        group(document.lines(), 0);
        return out.toString();
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
                    key(YamlWriter.onOneLine(key), column);
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
    }

    /// Begins what stands at `column`: on a line of its own, or behind the dash that began one.
    private void begin(int column) {
        if (out.isEmpty() || out.charAt(out.length() - 1) == '\n') {
            indent(column);
        }
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
            case Block(var text) when behind.isEmpty() && YamlWriter.isBlock(text) -> block(text, inner);
            case Group _, Items _, Word _, Quoted _, Block _ -> line(YamlWriter.onOneLine(value), behind);
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
}
