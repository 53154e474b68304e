package dev.freehold.adapters.local.tfvars;

import java.util.List;

/// A text of several lines between two marks.
final class Heredoc {
    private Heredoc() {}

    /// What becomes of the blanks that all lines begin with: `<<` keeps them, `<<-` drops them.
    enum Margin {
        KEPT,
        DROPPED
    }

    static String text(List<String> lines, Margin margin) {
        if (lines.isEmpty()) {
            return "";
        }
        return switch (margin) {
            case KEPT -> String.join("\n", lines) + '\n';
            case DROPPED -> String.join("\n", unindented(lines)) + '\n';
        };
    }

    private static List<String> unindented(List<String> lines) {
        int least = lines.stream()
                .filter(row -> !row.isBlank())
                .mapToInt(row -> row.length() - row.stripLeading().length())
                .min()
                .orElse(0);
        return lines.stream()
                .map(row -> row.length() < least ? "" : row.substring(least))
                .toList();
    }
}
