package dev.freehold.domain.document;

/// One thing wrong in a document: where, and in full sentences what, what is allowed and what to do.
///
/// @param file as the person named it; empty where the document came from no file
/// @param line from 1; 0 where it is about the file as a whole
/// @param path the key, such as `nodes[2].ocpus`; empty where it is about no key
public record Mistake(String file, int line, String path, String message) {
    private static final int LONGEST_SHOWN = 60;

    public Mistake {
        if (message.isBlank()) {
            throw new IllegalArgumentException("a problem says what it is");
        }
    }

    public static Mistake at(int line, String path, String message) {
        return new Mistake("", line, path, message);
    }

    /// The same, in `name`.
    public Mistake inFile(String name) {
        return new Mistake(name, line, path, message);
    }

    /// `freehold.yaml:12: nodes[2].ocpus: ...`
    public String words() {
        var words = new StringBuilder(file);
        if (line > 0) {
            words.append(file.isEmpty() ? "line " : ":").append(line);
        }
        if (!words.isEmpty()) {
            words.append(": ");
        }
        if (!path.isEmpty()) {
            words.append(path).append(": ");
        }
        return words.append(message).toString();
    }

    /// What a document holds, fit to be shown: on one line, without control characters, not endless.
    public static String shown(String text) {
        var shown = new StringBuilder();
        text.codePoints().limit(LONGEST_SHOWN).forEach(c -> {
            boolean printable = !Character.isISOControl(c)
                    && Character.isDefined(c)
                    && Character.getType(c) != Character.FORMAT
                    && Character.getType(c) != Character.SURROGATE
                    && Character.getType(c) != Character.LINE_SEPARATOR
                    && Character.getType(c) != Character.PARAGRAPH_SEPARATOR;
            shown.append(printable ? Character.toString(c) : c == '\n' ? "\\n" : c == '\t' ? "\\t" : "?");
        });
        return text.codePointCount(0, text.length()) > LONGEST_SHOWN
                ? shown.append("...").toString()
                : shown.toString();
    }
}
