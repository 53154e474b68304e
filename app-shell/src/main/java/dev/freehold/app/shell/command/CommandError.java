package dev.freehold.app.shell.command;

import dev.freehold.domain.hint.NextCommand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a command did not do what it was asked, in the words that a person is shown, once.
public final class CommandError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ExitCode code;
    private final String title;
    private final transient List<String> sentences;
    private final transient @Nullable NextCommand remedy;

    /// @param title fixed words without names, so that like problems group
    /// @param sentences what happened to what, what still stands, and what to do
    /// @param remedy a command that helps, alone on its line
    public CommandError(ExitCode code, String title, List<String> sentences, @Nullable NextCommand remedy) {
        super(title + ": " + String.join(" ", sentences));
        this.code = code;
        this.title = title;
        this.sentences = List.copyOf(sentences);
        this.remedy = remedy;
    }

    public static CommandError usage(String title, String sentence, @Nullable NextCommand remedy) {
        return new CommandError(ExitCode.BAD_USAGE, title, List.of(sentence), remedy);
    }

    public ExitCode code() {
        return code;
    }

    public String title() {
        return title;
    }

    public List<String> sentences() {
        return sentences;
    }

    public @Nullable NextCommand remedy() {
        return remedy;
    }
}
