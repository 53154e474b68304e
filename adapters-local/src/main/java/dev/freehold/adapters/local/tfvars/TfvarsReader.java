package dev.freehold.adapters.local.tfvars;

import dev.freehold.adapters.local.tfvars.Literal.Figure;
import dev.freehold.adapters.local.tfvars.Literal.Flag;
import dev.freehold.adapters.local.tfvars.Literal.Group;
import dev.freehold.adapters.local.tfvars.Literal.Many;
import dev.freehold.adapters.local.tfvars.Literal.Member;
import dev.freehold.adapters.local.tfvars.Literal.Nothing;
import dev.freehold.adapters.local.tfvars.Literal.Text;
import dev.freehold.adapters.local.tfvars.Literal.Variable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Reads HCL's native syntax as far as a tfvars file has it: `name = literal`, comments, lists, objects, quoted
/// strings and heredocs.
final class TfvarsReader {
    /// Nobody's settings are deeper, and whoever reads may recurse.
    private static final int DEEPEST = 32;

    private final String text;
    private int at;
    private int line = 1;

    private TfvarsReader(String text) {
        this.text = text;
    }

    /// What can't be read, and where.
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(int line, String words) {
            super("line " + line + ": " + words);
        }
    }

    /// The variables in the order of the file.
    ///
    /// @throws Unreadable if it is no tfvars file
    static List<Variable> read(String text) throws Unreadable {
        var reader = new TfvarsReader(text);
        var variables = new LinkedHashMap<String, Variable>();
        reader.skip(true);
        while (reader.at < text.length()) {
            int line = reader.line;
            var name = reader.name();
            reader.skip(false);
            reader.take('=', "after '" + name + "'");
            reader.skip(false);
            var before = variables.put(name, new Variable(name, line, reader.value(0)));
            if (before != null) {
                throw new Unreadable(
                        line, "'" + name + "' is set already, in line " + before.line() + "; each may be set once");
            }
            reader.endOfSetting(name);
            reader.skip(true);
        }
        return List.copyOf(variables.values());
    }

    private void endOfSetting(String name) throws Unreadable {
        skip(false);
        if (at < text.length() && text.charAt(at) != '\n') {
            throw unreadable("the line goes on behind the value of '" + name + "'; each setting has lines of its own");
        }
    }

    private Unreadable unreadable(String words) {
        return new Unreadable(line, words);
    }

    private boolean sees(String what) {
        return text.startsWith(what, at);
    }

    private char next() throws Unreadable {
        if (at >= text.length()) {
            throw unreadable("the file ends in the middle of a value");
        }
        char c = text.charAt(at++);
        if (c == '\n') {
            line++;
        }
        return c;
    }

    private void take(char wanted, String where) throws Unreadable {
        if (at >= text.length() || text.charAt(at) != wanted) {
            throw unreadable(
                    "'" + wanted + "' is expected " + where + "; only settings of the form name = value are read");
        }
        next();
    }

    /// Skips blanks and comments, and the ends of lines too where they say nothing.
    private void skip(boolean lines) throws Unreadable {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#' || sees("//")) {
                while (at < text.length() && text.charAt(at) != '\n') {
                    at++;
                }
            } else if (sees("/*")) {
                at += 2;
                while (!sees("*/")) {
                    next();
                }
                at += 2;
            } else if (c == ' ' || c == '\t' || c == '\r' || (lines && c == '\n')) {
                next();
            } else if (c == '\uFEFF' && at == 0) {
                at++;
            } else {
                return;
            }
        }
    }

    private String name() throws Unreadable {
        int begin = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "_-".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        if (at == begin || !(Character.isLetter(text.charAt(begin)) || text.charAt(begin) == '_')) {
            throw unreadable("a name is expected; only settings of the form name = value are read");
        }
        return text.substring(begin, at);
    }

    private Literal value(int depth) throws Unreadable {
        if (depth > DEEPEST) {
            throw unreadable("lists and groups are nested too deep");
        }
        if (at >= text.length()) {
            throw unreadable("a value is missing");
        }
        char c = text.charAt(at);
        if (c == '"') {
            return new Text(quoted());
        }
        if (c == '[') {
            return many(depth);
        }
        if (c == '{') {
            return group(depth);
        }
        if (sees("<<")) {
            return new Text(heredoc());
        }
        return c == '-' || Character.isDigit(c) ? number() : word();
    }

    private Literal word() throws Unreadable {
        var word = name();
        return switch (word) {
            case "true" -> new Flag(true);
            case "false" -> new Flag(false);
            case "null" -> new Nothing();
            default -> throw unreadable("'" + word + "' is computed; a settings file holds plain values");
        };
    }

    private Literal number() throws Unreadable {
        int begin = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        var digits = text.substring(begin, at);
        if (!digits.matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?([eE][+-]?[0-9]{1,2})?")) {
            throw unreadable("'" + digits + "' is no number");
        }
        return new Figure(new BigDecimal(digits));
    }

    private Many many(int depth) throws Unreadable {
        next();
        var items = new ArrayList<Literal>();
        skip(true);
        while (!sees("]")) {
            items.add(value(depth + 1));
            skip(true);
            if (!sees("]")) {
                take(',', "between the items of a list");
                skip(true);
            }
        }
        next();
        return new Many(items);
    }

    private Group group(int depth) throws Unreadable {
        int begin = line;
        next();
        var members = new LinkedHashMap<String, Member>();
        skip(true);
        while (!sees("}")) {
            int of = line;
            var key = sees("\"") ? quoted() : name();
            skip(false);
            take(sees(":") ? ':' : '=', "after '" + key + "'");
            skip(false);
            members.put(key, new Member(value(depth + 1), of));
            skip(false);
            if (sees(",")) {
                next();
            } else if (!sees("}") && !sees("\n") && at < text.length()) {
                throw unreadable("a comma or a new line is expected behind the value of '" + key + "'");
            }
            skip(true);
        }
        next();
        return new Group(members, begin);
    }

    private String quoted() throws Unreadable {
        next();
        var value = new StringBuilder();
        while (true) {
            if (sees("${") || sees("%{")) {
                throw unreadable("a text is computed; a settings file holds plain values");
            }
            if (sees("$${") || sees("%%{")) {
                value.append(next()).append('{');
                at += 2;
                continue;
            }
            char c = next();
            if (c == '"') {
                return value.toString();
            }
            if (c == '\n') {
                throw new Unreadable(line - 1, "a text has no end on its line");
            }
            value.append(c == '\\' ? escaped() : String.valueOf(c));
        }
    }

    private String escaped() throws Unreadable {
        char c = next();
        return switch (c) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case '"', '\\' -> String.valueOf(c);
            case 'u' -> Character.toString(hex(4));
            case 'U' -> Character.toString(hex(8));
            default -> throw unreadable("'\\" + c + "' stands for nothing");
        };
    }

    private int hex(int digits) throws Unreadable {
        int code = 0;
        for (int digit = 0; digit < digits; digit++) {
            int value = Character.digit(next(), 16);
            code = code * 16 + value;
            if (value < 0 || code > Character.MAX_CODE_POINT || code < 0) {
                throw unreadable("a character is written in a way that names none");
            }
        }
        return code;
    }

    private String heredoc() throws Unreadable {
        at += 2;
        boolean indented = sees("-");
        if (indented) {
            at++;
        }
        var end = name();
        skip(false);
        take('\n', "after <<" + end);
        var lines = new ArrayList<String>();
        while (true) {
            int begin = at;
            while (next() != '\n') {
                if (at >= text.length()) {
                    break;
                }
            }
            var row = text.substring(begin, at).replaceAll("\r?\n$", "");
            if (row.strip().equals(end)) {
                line -= text.charAt(at - 1) == '\n' ? 1 : 0;
                at = begin + row.length(); // the end of its line is the end of the setting
                return Heredoc.text(lines, indented ? Heredoc.Margin.DROPPED : Heredoc.Margin.KEPT);
            }
            lines.add(row);
        }
    }
}
