package dev.freehold.domain.document;

import java.util.List;

/// One value of a document, with the line where it begins (from 1). Keys are kept as written, repeated ones
/// too: whoever reads says what is wrong with them.
public sealed interface Document {

    int line();

    /// What stands here, for a person: `a list`, `a group of keys`, ...
    String words();

    record Mapping(List<Entry> entries, int line) implements Document {
        public Mapping {
            entries = List.copyOf(entries);
        }

        @Override
        public String words() {
            return "a group of keys";
        }
    }

    /// A key and what it says.
    ///
    /// @param line of the key
    record Entry(String key, int line, Document value) {}

    record Sequence(List<Document> items, int line) implements Document {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String words() {
            return "a list";
        }
    }

    /// A word, a number or a text.
    ///
    /// @param quoted whether it was marked as a text, by quotes or as a block; then it is no number
    record Scalar(String text, int line, boolean quoted) implements Document {
        @Override
        public String words() {
            return "'" + Mistake.shown(text) + "'" + (quoted ? " in quotes" : "");
        }
    }

    /// A key with nothing, or with the word for nothing.
    record Nothing(int line) implements Document {
        @Override
        public String words() {
            return "null";
        }
    }
}
