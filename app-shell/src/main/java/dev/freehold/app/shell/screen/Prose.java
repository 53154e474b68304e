package dev.freehold.app.shell.screen;

import java.util.ArrayList;
import java.util.List;

/// Sentences in lines.
public final class Prose {
    private Prose() {}

    /// `words` in lines of at most `width` columns; a single word that is longer has a line of its own. Line
    /// breaks stay.
    public static List<String> fold(String words, int width) {
        var lines = new ArrayList<String>();
        for (var paragraph : words.split("\n", -1)) {
            // What is indented is a command, to be copied as it is.
            if (paragraph.length() <= width || paragraph.startsWith("    ")) {
                lines.add(paragraph);
            } else {
                foldOne(paragraph, width, lines);
            }
        }
        return lines;
    }

    private static void foldOne(String paragraph, int width, List<String> lines) {
        var line = new StringBuilder();
        for (var word : words(paragraph)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            if (!line.isEmpty()) {
                line.append(' ');
            }
            line.append(word);
        }
        lines.add(line.toString());
    }

    /// What stands between backquotes is a command, to be copied as it is: one word.
    private static List<String> words(String paragraph) {
        var words = new ArrayList<String>();
        boolean open = false;
        for (var word : paragraph.split(" ", -1)) {
            if (open) {
                words.add(words.removeLast() + ' ' + word);
            } else {
                words.add(word);
            }
            open ^= word.chars().filter(letter -> letter == '`').count() % 2 == 1;
        }
        return words;
    }
}
