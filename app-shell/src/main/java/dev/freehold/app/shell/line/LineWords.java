package dev.freehold.app.shell.line;

import java.util.ArrayList;
import java.util.List;

/// A line split into words as a POSIX shell does it: '...' keeps everything, "..." keeps all but \\, \", \$
/// and \`, a backslash keeps the next character. Nothing is expanded. A word that begins with # or // begins
/// a comment.
///
/// @param words without their quotes
/// @param starts where each word begins in the line
/// @param last what the line ends in
public record LineWords(List<String> words, List<Integer> starts, End last) {
    public LineWords {
        words = List.copyOf(words);
        starts = List.copyOf(starts);
    }

    /// What a line ends in.
    public enum End {
        /// After a blank, in a comment, or empty: the next word has not begun.
        BETWEEN,
        IN_WORD,
        IN_SINGLE_QUOTES,
        IN_DOUBLE_QUOTES,
        /// A backslash that nothing follows: the line goes on.
        AT_BACKSLASH
    }

    public static LineWords of(String line) {
        var splitter = new Splitter(line);
        return splitter.split();
    }

    public boolean isComplete() {
        return last == End.BETWEEN || last == End.IN_WORD;
    }

    private static final class Splitter {
        private final String line;
        private final List<String> words = new ArrayList<>();
        private final List<Integer> starts = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();
        private End at = End.BETWEEN;

        Splitter(String line) {
            this.line = line;
        }

        LineWords split() {
            for (int i = 0; i < line.length(); i++) {
                char letter = line.charAt(i);
                if (at == End.BETWEEN) {
                    if (Character.isWhitespace(letter)) {
                        continue;
                    }
                    if (letter == '#' || line.startsWith("//", i)) {
                        return new LineWords(words, starts, at);
                    }
                    starts.add(i);
                    at = End.IN_WORD;
                }
                i = next(letter, i);
                if (at == End.AT_BACKSLASH) {
                    break;
                }
            }
            if (at != End.BETWEEN) {
                words.add(word.toString());
            }
            return new LineWords(words, starts, at);
        }

        private int next(char letter, int i) {
            switch (at) {
                case IN_SINGLE_QUOTES -> {
                    if (letter == '\'') {
                        at = End.IN_WORD;
                    } else {
                        word.append(letter);
                    }
                }
                case IN_DOUBLE_QUOTES -> {
                    if (letter == '"') {
                        at = End.IN_WORD;
                    } else if (letter == '\\' && i + 1 < line.length() && "\\\"$`".indexOf(line.charAt(i + 1)) >= 0) {
                        word.append(line.charAt(i + 1));
                        return i + 1;
                    } else {
                        word.append(letter);
                    }
                }
                case IN_WORD -> {
                    return unquoted(letter, i);
                }
                case BETWEEN, AT_BACKSLASH -> throw new IllegalStateException("no word is there to go on with");
            }
            return i;
        }

        private int unquoted(char letter, int i) {
            if (Character.isWhitespace(letter)) {
                words.add(word.toString());
                word.setLength(0);
                at = End.BETWEEN;
            } else if (letter == '\'') {
                at = End.IN_SINGLE_QUOTES;
            } else if (letter == '"') {
                at = End.IN_DOUBLE_QUOTES;
            } else if (letter != '\\') {
                word.append(letter);
            } else if (i + 1 < line.length()) {
                word.append(line.charAt(i + 1));
                return i + 1;
            } else {
                at = End.AT_BACKSLASH;
            }
            return i;
        }
    }
}
