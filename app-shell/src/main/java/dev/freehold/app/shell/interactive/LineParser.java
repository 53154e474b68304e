package dev.freehold.app.shell.interactive;

import dev.freehold.app.shell.line.LineWords;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/// Splits the line being typed as scripts are split, for JLine.
final class LineParser implements Parser {

    /// The words of a whole line. A quote that is open at its end is taken as closed there: JLine has asked
    /// for more already.
    static List<String> words(String line) {
        return LineWords.of(line.replace("\\\n", "")).words();
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE || context == ParseContext.SECONDARY_PROMPT) {
            var all = LineWords.of(line);
            if (!all.isComplete()) {
                throw new EOFError(-1, line.length(), "the line goes on", "more");
            }
        }
        var before = LineWords.of(line.substring(0, cursor));
        var words = new ArrayList<>(before.words());
        int rawStart = cursor;
        if (before.last() == LineWords.End.BETWEEN) {
            words.add("");
        } else {
            rawStart = before.starts().getLast();
        }
        return new Typed(line, cursor, words, cursor - rawStart);
    }

    /// The line up to the cursor: what stands after it is left as it is.
    private record Typed(String line, int cursor, List<String> words, int rawLength) implements CompletingParsedLine {
        @Override
        public String word() {
            return words.getLast();
        }

        @Override
        public int wordCursor() {
            return word().length();
        }

        @Override
        public int wordIndex() {
            return words.size() - 1;
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            var word = candidate.toString();
            boolean plain = word.chars().noneMatch(letter -> " \t'\"\\#".indexOf(letter) >= 0);
            return plain ? word : '\'' + word.replace("'", "'\\''") + '\'';
        }

        @Override
        public int rawWordCursor() {
            return rawLength;
        }

        @Override
        public int rawWordLength() {
            return rawLength;
        }
    }
}
