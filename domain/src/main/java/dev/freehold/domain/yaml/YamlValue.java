package dev.freehold.domain.yaml;

import java.util.List;

/// What is to be written as YAML. How each scalar stands is said, not guessed: a word of ours as it is, and what
/// somebody else chose in quotes.
public sealed interface YamlValue {

    /// Where the parts of a group or a list stand.
    enum Layout {
        /// Each on lines of its own.
        BLOCK,
        /// All on one line, in brackets.
        FLOW
    }

    /// Keys with their values, in their order.
    record Group(Layout layout, List<Line> lines) implements YamlValue {
        public Group {
            lines = List.copyOf(lines);
        }
    }

    /// What a group is made of.
    sealed interface Line {}

    /// A key and its value.
    record Entry(Scalar key, YamlValue value) implements Line {}

    /// A list; comments may stand among its values.
    record Items(Layout layout, List<YamlValue> values) implements YamlValue {
        public Items {
            values = List.copyOf(values);
        }
    }

    /// A comment, without its `#`. It belongs to what follows it.
    ///
    /// @param behind whether it stands behind what follows, on the same line; else on a line of its own
    record Comment(String text, boolean behind) implements YamlValue, Line {}

    /// A single value.
    sealed interface Scalar extends YamlValue {}

    /// Stands as it is: a word that YAML takes for itself, a number, a truth.
    record Word(String text) implements Scalar {}

    /// Stands in quotes, and may hold anything.
    record Quoted(String text) implements Scalar {}

    /// A text of several lines that stand as they are.
    record Block(String text) implements Scalar {}

    static Group group(Line... lines) {
        return new Group(Layout.BLOCK, List.of(lines));
    }

    /// On one line.
    static Group inline(List<Line> lines) {
        return new Group(Layout.FLOW, lines);
    }

    static Entry entry(String key, YamlValue value) {
        return new Entry(new Word(key), value);
    }

    static Items items(List<? extends YamlValue> values) {
        return new Items(Layout.BLOCK, List.copyOf(values));
    }

    /// A list on one line.
    static Items inlineItems(List<? extends YamlValue> values) {
        return new Items(Layout.FLOW, List.copyOf(values));
    }

    static Word word(Object text) {
        return new Word(text.toString());
    }

    static Quoted quoted(Object text) {
        return new Quoted(text.toString());
    }
}
