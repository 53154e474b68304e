package dev.freehold.adapters.images;

import java.util.regex.Pattern;

/// A line that a builder's script writes to its standard output.
sealed interface BuildLine {
    Pattern PERCENT = Pattern.compile("[0-9]{1,3}");

    /// A step begins.
    record Step(String words) implements BuildLine {}

    /// @param percent of the step, from 0 to 100
    record Progress(int percent, String words) implements BuildLine {}

    /// A package source does not answer.
    record Unreachable(String source, String url) implements BuildLine {}

    /// A program is not installed.
    ///
    /// @param part the Debian package that has it
    record Missing(String program, String part) implements BuildLine {}

    /// There is nothing to run the builder's containers.
    record NoEngine(String words) implements BuildLine {}

    /// Words that are for people only.
    record Other(String words) implements BuildLine {}

    static BuildLine of(String line) {
        var words = line.split(" ", 3);
        var rest = line.substring(Math.min(line.length(), words[0].length() + 1));
        return switch (words[0]) {
            case "step" -> new Step(rest);
            case "no-engine" -> new NoEngine(rest);
            default -> words.length == 3 ? ofThree(line, words[0], words[1], words[2]) : new Other(line);
        };
    }

    private static BuildLine ofThree(String line, String kind, String first, String rest) {
        return switch (kind) {
            case "unreachable" -> new Unreachable(first, rest);
            case "missing" -> new Missing(first, rest);
            case "progress" ->
                PERCENT.matcher(first).matches()
                        ? new Progress(Math.min(100, Integer.parseInt(first)), rest)
                        : new Other(line);
            default -> new Other(line);
        };
    }
}
