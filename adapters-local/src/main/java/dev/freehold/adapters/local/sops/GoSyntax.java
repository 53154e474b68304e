package dev.freehold.adapters.local.sops;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/// Where RE2/J and Go's `regexp/syntax` differ in what they take. Go's limits keep an expression from taking more
/// memory than there is: RE2/J has but one of them.
final class GoSyntax {
    /// Go's own: how often anything may be repeated, through all groups around it.
    private static final int MOST_REPEATS = 1000;

    /// Go takes a tree of 1,000 levels, of which a group has four at most.
    private static final int DEEPEST = 250;

    /// Instructions; Go takes 3.3 million, and what is half as long has been written by nobody.
    private static final long LARGEST = 1_000_000;

    /// Without zeros in front, which make it a text to Go.
    private static final Pattern REPEAT = Pattern.compile("\\{(0|[1-9][0-9]*)(,(0|[1-9][0-9]*)?)?}");

    private static final Pattern NAMED_GROUP = Pattern.compile("\\(\\?P?<[0-9A-Za-z_]+>");
    private static final Pattern FLAGS = Pattern.compile("\\(\\?[a-zA-Z-]*\\)");

    private final String text;
    private final StringBuilder out = new StringBuilder();
    private final Deque<Part> open = new ArrayDeque<>();
    private int at;

    /// What has been read of the innermost group, without its last part.
    private Part group = Part.NOTHING;

    /// To which a repetition would apply.
    private Part last = Part.NOTHING;

    /// @param repeats how often what is repeated most in it is repeated
    /// @param size in instructions
    private record Part(int repeats, long size) {
        static final Part NOTHING = new Part(1, 0);
        static final Part LETTER = new Part(1, 1);

        Part with(Part other) {
            return new Part(Math.max(repeats, other.repeats), size + other.size);
        }
    }

    /// What RE2/J takes and Go does not.
    static final class Unlike extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int at;
        private final String fragment;
        private final String words;

        private Unlike(int at, String fragment, String words) {
            super(words, null, false, false);
            this.at = at;
            this.fragment = fragment;
            this.words = words;
        }

        /// The index of what is refused.
        int at() {
            return at;
        }

        String fragment() {
            return fragment;
        }

        String words() {
            return words;
        }
    }

    private GoSyntax(String text) {
        this.text = text;
    }

    /// The same expression for RE2/J, which refuses it if Go does.
    ///
    /// @throws Unlike if Go alone refuses it
    static String forRe2j(String text) {
        var syntax = new GoSyntax(text);
        while (syntax.at < text.length()) {
            syntax.part();
        }
        return syntax.out.toString();
    }

    private void part() {
        switch (text.charAt(at)) {
            case '\\' -> escape();
            case '[' -> letter(afterClass());
            case '(' -> open();
            case ')' -> close();
            case '{' -> brace();
            // Neither is repeated by what follows, nor can it be.
            case '*', '+', '?', '|' -> {
                last = last.with(Part.LETTER);
                copy(at + 1);
            }
            default -> letter(at + Character.charCount(text.codePointAt(at)));
        }
        if (group.size() + last.size() > LARGEST) {
            throw new Unlike(at - 1, "", "expression too large");
        }
    }

    private void copy(int end) {
        out.append(text, at, end);
        at = end;
    }

    private void letter(int end) {
        group = group.with(last);
        last = Part.LETTER;
        copy(end);
    }

    private void escape() {
        if (text.startsWith("\\Q", at)) {
            quoted();
            return;
        }
        if (at + 1 < text.length() && text.charAt(at + 1) > 0x7F) {
            int end = at + 1 + Character.charCount(text.codePointAt(at + 1));
            throw new Unlike(at, text.substring(at, end), "invalid escape sequence");
        }
        letter(afterEscape());
    }

    /// `\x{10FFFF}` and `\p{Greek}` have braces of their own.
    private int afterEscape() {
        int end = Math.min(at + 2, text.length());
        boolean braced = end < text.length()
                && "xpP".indexOf(text.charAt(end - 1)) >= 0
                && text.charAt(end) == '{'
                && text.indexOf('}', end) > 0;
        return braced ? text.indexOf('}', end) + 1 : end;
    }

    private void quoted() {
        int end = text.indexOf("\\E", at + 2);
        int after = end < 0 ? text.length() : end + 2;
        group = group.with(last).with(new Part(1, after - at));
        last = Part.LETTER;
        copy(after);
    }

    private int afterClass() {
        int in = at + 1;
        in += text.startsWith("^", in) ? 1 : 0;
        // a bracket that comes first is one of the class
        in += text.startsWith("]", in) ? 1 : 0;
        while (in < text.length() && text.charAt(in) != ']') {
            if (text.charAt(in) == '\\') {
                refuseStrangeEscape(in);
                in += 2;
            } else if (text.startsWith("[:", in) && text.indexOf(":]", in + 2) > 0) {
                in = text.indexOf(":]", in + 2) + 2;
            } else {
                in++;
            }
        }
        return Math.min(in + 1, text.length());
    }

    private void refuseStrangeEscape(int escape) {
        if (escape + 1 < text.length() && text.charAt(escape + 1) > 0x7F) {
            int end = escape + 1 + Character.charCount(text.codePointAt(escape + 1));
            throw new Unlike(escape, text.substring(escape, end), "invalid escape sequence");
        }
    }

    private void open() {
        var flags = FLAGS.matcher(text).region(at, text.length());
        if (flags.lookingAt()) {
            copy(flags.end());
            return;
        }
        group = group.with(last);
        last = Part.NOTHING;
        open.push(group);
        group = Part.NOTHING;
        if (open.size() > DEEPEST) {
            throw new Unlike(at, "(", "expression nests too deeply");
        }
        // RE2/J wants each name once, Go does not. Here no name is asked for.
        var named = NAMED_GROUP.matcher(text).region(at, text.length());
        if (named.lookingAt()) {
            out.append('(');
            at = named.end();
        } else if (text.startsWith("(?", at)) {
            copy(at + 2);
        } else {
            copy(at + 1);
        }
    }

    private void close() {
        last = group.with(last).with(Part.LETTER);
        group = open.isEmpty() ? Part.NOTHING : open.pop();
        copy(at + 1);
    }

    private void brace() {
        var repeat = REPEAT.matcher(text).region(at, text.length());
        if (!repeat.lookingAt()) {
            // A letter, and to RE2/J the same, but for what it says of one that is repeated.
            out.append('\\');
            letter(at + 1);
            return;
        }
        int least = count(repeat.group(1));
        int most =
                repeat.group(2) == null ? least : repeat.group(3) == null ? Math.max(least, 1) : count(repeat.group(3));
        // RE2/J refuses a single one that is too large.
        if (least <= MOST_REPEATS && most <= MOST_REPEATS && most > 0) {
            long repeats = (long) last.repeats() * most;
            if (repeats > MOST_REPEATS) {
                throw new Unlike(at, repeat.group(), "invalid repeat count");
            }
            last = new Part((int) repeats, (last.size() + 1) * most);
        }
        copy(repeat.end());
    }

    private static int count(String digits) {
        return digits.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }
}
