package dev.freehold.lab.machine;

import java.util.ArrayList;
import java.util.List;

/// A script for a shell, read as a POSIX shell reads it: words in quotes, `;`, `&&`, `||`, `> FILE`, `>&2`. What a
/// shell would expand is refused rather than misread.
final class CommandLine {
    private static final String UNREAD = "$`*?[](){}|&<~";

    private final String text;
    private final List<Step> steps = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int at;
    private When when = When.ALWAYS;
    private Output output = new Output.Standard();

    private CommandLine(String text) {
        this.text = text;
    }

    /// After what a step is taken.
    enum When {
        ALWAYS,
        SUCCESS,
        FAILURE
    }

    /// Where a step's standard output goes.
    sealed interface Output {
        record Standard() implements Output {}

        /// Where errors go.
        record Errors() implements Output {}

        record ToFile(String path) implements Output {}
    }

    /// One command.
    record Step(When when, List<String> words, Output output) {
        Step {
            words = List.copyOf(words);
        }
    }

    /// What can't be read.
    static final class Unread extends Exception {
        private static final long serialVersionUID = 1;

        Unread(String words) {
            super(words);
        }
    }

    static List<Step> parse(String text) throws Unread {
        var script = new CommandLine(text);
        script.read();
        return List.copyOf(script.steps);
    }

    private void read() throws Unread {
        while (at < text.length()) {
            char c = text.charAt(at++);
            switch (c) {
                case ' ', '\t' -> endWord();
                case ';', '\n' -> endStep(When.ALWAYS);
                case '\'' -> quoted(closing('\''));
                case '"' -> doubleQuoted(closing('"'));
                case '\\' -> escaped();
                case '>' -> redirect();
                default -> plain(c);
            }
        }
        endStep(When.ALWAYS);
    }

    private void plain(char c) throws Unread {
        if (c == '&' && follows('&')) {
            endStep(When.SUCCESS);
        } else if (c == '|' && follows('|')) {
            endStep(When.FAILURE);
        } else if (UNREAD.indexOf(c) >= 0) {
            throw new Unread("this emulated shell does not know what to do with " + c);
        } else {
            inWord = true;
            word.append(c);
        }
    }

    private boolean follows(char c) {
        boolean follows = at < text.length() && text.charAt(at) == c;
        at += follows ? 1 : 0;
        return follows;
    }

    private int closing(char quote) throws Unread {
        int end = text.indexOf(quote, at);
        if (end < 0) {
            throw new Unread("unterminated quoted string");
        }
        return end;
    }

    private void quoted(int end) {
        inWord = true;
        word.append(text, at, end);
        at = end + 1;
    }

    private void doubleQuoted(int end) throws Unread {
        var content = text.substring(at, end);
        if (content.contains("$") || content.contains("`") || content.contains("\\")) {
            throw new Unread("this emulated shell expands nothing within quotes");
        }
        quoted(end);
    }

    private void escaped() {
        if (at < text.length()) {
            inWord = true;
            word.append(text.charAt(at++));
        }
    }

    private void redirect() throws Unread {
        if (inWord) {
            throw new Unread("this emulated shell redirects standard output alone");
        }
        if (follows('&')) {
            if (!follows('2')) {
                throw new Unread("this emulated shell redirects to &2 alone");
            }
            output = new Output.Errors();
            return;
        }
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        int start = at;
        while (at < text.length() && " \t\n;&|".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        output = new Output.ToFile(text.substring(start, at));
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
        }
        word.setLength(0);
        inWord = false;
    }

    private void endStep(When next) {
        endWord();
        if (!words.isEmpty()) {
            steps.add(new Step(when, words, output));
        }
        words.clear();
        output = new Output.Standard();
        when = next;
    }
}
