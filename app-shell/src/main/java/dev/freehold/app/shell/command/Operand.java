package dev.freehold.app.shell.command;

import java.util.List;

/// A word that a command takes beside its options.
///
/// @param most how many of them there may be
public record Operand(String label, int least, int most, String about, Candidates candidates, List<String> words) {
    /// As many as one likes.
    public static final int ANY_NUMBER = Integer.MAX_VALUE;

    public Operand {
        words = List.copyOf(words);
    }

    public static Operand one(String label, String about, Candidates candidates) {
        return new Operand(label, 1, 1, about, candidates, List.of());
    }

    public static Operand maybe(String label, String about, Candidates candidates) {
        return new Operand(label, 0, 1, about, candidates, List.of());
    }

    public static Operand many(String label, String about, Candidates candidates) {
        return new Operand(label, 0, ANY_NUMBER, about, candidates, List.of());
    }

    public static Operand some(String label, String about, Candidates candidates) {
        return new Operand(label, 1, ANY_NUMBER, about, candidates, List.of());
    }

    public static Operand among(String label, int least, String about, String... words) {
        return new Operand(label, least, 1, about, Candidates.LISTED, List.of(words));
    }

    /// As it stands in a synopsis.
    public String synopsis() {
        var name = most > 1 ? label + "..." : label;
        return least == 0 ? '[' + name + ']' : name;
    }
}
