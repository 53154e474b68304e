package dev.freehold.adapters.local.sops;

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
import java.util.List;

/// Writes documents as `sops` does: four blanks for each level, block style, texts of several lines as they are.
final class YamlWriter {
    private static final int INDENT = 4;

    private final StringBuilder out = new StringBuilder();

    private YamlWriter() {}

    static String write(List<Branch> documents) {
        var writer = new YamlWriter();
        for (int number = 0; number < documents.size(); number++) {
            if (number > 0) {
                writer.out.append("---\n");
            }
            writer.branch(documents.get(number), 0, true);
        }
        return writer.out.toString();
    }

    /// @param fresh whether the first line still wants its indent; else it follows a dash
    private void branch(Branch branch, int column, boolean fresh) {
        boolean begun = !fresh;
        var behind = new StringBuilder();
        for (var entry : branch.entries()) {
            switch (entry) {
                case Comment(var text, var inline)
                when inline -> behind.append('#').append(text);
                case Comment(var text, var _) -> {
                    indent(begun ? 0 : column);
                    begun = false;
                    out.append('#').append(text).append('\n');
                }
                case Pair(var key, var value) -> {
                    indent(begun ? 0 : column);
                    begun = false;
                    out.append(quoted(key)).append(':');
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

    private void items(Items list, int column, boolean fresh) {
        boolean begun = !fresh;
        var behind = new StringBuilder();
        for (var item : list.items()) {
            switch (item) {
                case Comment(var text, var inline)
                when inline -> behind.append('#').append(text);
                case Comment(var text, var _) -> {
                    indent(begun ? 0 : column);
                    begun = false;
                    out.append('#').append(text).append('\n');
                }
                case Branch inner
                when hasPairs(inner) -> {
                    int first = firstComments(inner.entries());
                    begun = comments(inner.entries().subList(0, first), column, begun);
                    indent(begun ? 0 : column);
                    begun = false;
                    out.append("- ");
                    var rest = inner.entries().subList(first, inner.entries().size());
                    branch(new Branch(rest), column + 2, false);
                }
                case Items inner
                when hasItems(inner) -> {
                    int first = firstComments(inner.items());
                    begun = comments(inner.items().subList(0, first), column, begun);
                    indent(begun ? 0 : column);
                    begun = false;
                    out.append("- ");
                    items(new Items(inner.items().subList(first, inner.items().size())), column + 2, false);
                }
                case Branch _, Items _, Text _, Whole _, Real _, Flag _, Moment _, Nothing _ -> {
                    indent(begun ? 0 : column);
                    begun = false;
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
    private boolean comments(List<?> comments, int column, boolean begun) {
        boolean still = begun;
        for (var each : comments) {
            indent(still ? 0 : column);
            still = false;
            out.append('#').append(((Comment) each).text()).append('\n');
        }
        return still;
    }

    /// How many comments on lines of their own come first.
    private static int firstComments(List<?> entries) {
        int first = 0;
        while (entries.get(first) instanceof Comment(var _, var inline) && !inline) {
            first++;
        }
        return first;
    }

    private static boolean hasItems(Items list) {
        return list.items().stream().anyMatch(item -> !(item instanceof Comment));
    }

    private static boolean hasPairs(Branch branch) {
        return branch.entries().stream().anyMatch(Pair.class::isInstance);
    }

    /// Where what belongs to a key or a dash begins: at the next multiple, for behind a dash keys stand in
    /// between.
    private static int inner(int column) {
        return (column / INDENT + 1) * INDENT;
    }

    /// What follows a key or a dash, to the end of its last line.
    ///
    /// @param behind the comment of that line; taken
    private void value(Content value, int inner, StringBuilder behind) {
        switch (value) {
            case Branch branch
            when hasPairs(branch) -> {
                commentBehind(behind);
                branch(branch, inner, true);
            }
            case Branch branch -> {
                commentBehind(behind);
                branch(branch, inner, true);
                indent(inner);
                out.append("{}\n");
            }
            case Items list
            when hasItems(list) -> {
                commentBehind(behind);
                items(list, inner, true);
            }
            case Items list -> {
                commentBehind(behind);
                items(list, inner, true);
                indent(inner);
                out.append("[]\n");
            }
            case Text(var text) when isBlock(text) && behind.isEmpty() -> block(text, inner);
            case Text(var text) -> line(quoted(text), behind);
            case Whole(var number) -> line(Long.toString(number), behind);
            case Real(var number) -> line(real(number), behind);
            case Flag(var flag) -> line(Boolean.toString(flag), behind);
            case Moment(var moment) -> line(Moments.text(moment), behind);
            case Nothing() -> line("null", behind);
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

    private static String real(double number) {
        if (Double.isNaN(number)) {
            return ".nan";
        }
        return Double.isInfinite(number) ? (number > 0 ? ".inf" : "-.inf") : Numerals.scientific(number);
    }

    /// Whether a text of several lines comes back from a literal block as it is.
    private static boolean isBlock(String text) {
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
        if (Scalars.isPlain(text)) {
            return text;
        }
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
