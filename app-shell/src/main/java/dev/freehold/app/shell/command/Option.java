package dev.freehold.app.shell.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An option of a command.
///
/// @param names as typed, the short one first where there is one
/// @param label what its value is called; absent for a flag
/// @param about one line
/// @param words the values it can have, where they can be listed
/// @param ready false where it is promised and not there yet
/// @param repeated whether it can be typed more than once
public record Option(
        List<String> names,
        @Nullable String label,
        String about,
        Candidates candidates,
        List<String> words,
        boolean ready,
        boolean repeated) {
    public Option {
        names = List.copyOf(names);
        words = List.copyOf(words);
    }

    public static Option flag(String name, String about) {
        return new Option(List.of(name), null, about, Candidates.ANYTHING, List.of(), true, false);
    }

    public static Option of(String name, String label, String about, Candidates candidates) {
        return new Option(List.of(name), label, about, candidates, List.of(), true, false);
    }

    /// One that can only have these values.
    public static Option among(String name, String about, String... words) {
        return new Option(
                List.of(name), String.join("|", words), about, Candidates.LISTED, List.of(words), true, false);
    }

    /// The same with a short name as well.
    public Option orShort(String name) {
        return new Option(List.of(name, names.getFirst()), label, about, candidates, words, ready, repeated);
    }

    /// The same, which can be typed more than once.
    public Option orMore() {
        return new Option(names, label, about, candidates, words, ready, true);
    }

    /// The same, promised for later.
    public Option notYet() {
        return new Option(names, label, about, candidates, words, false, repeated);
    }

    public String longName() {
        return names.getLast();
    }

    public boolean takesValue() {
        return label != null;
    }

    public boolean isCalled(String name) {
        return names.contains(name);
    }
}
