package dev.freehold.app.shell.text;

import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Pasted;
import dev.freehold.app.shell.screen.ColorMode;
import dev.freehold.app.shell.screen.Prose;
import dev.freehold.app.shell.screen.Screen;
import java.util.ArrayList;
import java.util.List;

/// Shows why a command did not do what it was asked: a fixed title, sentences, and a remedy alone on its
/// line.
public final class CommandErrorText {
    private static final String OURS = "This is a bug in Freehold.";

    private CommandErrorText() {}

    public static void show(CommandError error, Screen screen, ColorMode color, Pasted pasted) {
        var err = screen.err();
        err.println(screen.inkOfErr(color).red("error:") + ' ' + error.title());
        for (var sentence : error.sentences()) {
            for (var line : Prose.fold(pasted.sentence(sentence), screen.width() - 2)) {
                err.println("  " + line);
            }
        }
        var remedy = error.remedy();
        if (remedy != null) {
            err.println("      " + pasted.line(remedy));
        }
        err.flush();
    }

    /// What to show of something that nobody foresaw.
    public static CommandError unforeseen(Throwable failure) {
        return unforeseen(failure, List.of("With --verbose it shows where."));
    }

    /// The same, where its trace is shown as well.
    public static CommandError unforeseenWithTrace(Throwable failure) {
        return unforeseen(failure, List.of());
    }

    private static CommandError unforeseen(Throwable failure, List<String> hints) {
        var words = failure.getMessage();
        var what = words == null || words.isBlank() ? "Something failed that nobody foresaw." : sentence(words);
        var sentences = new ArrayList<String>();
        sentences.add(what);
        sentences.addAll(hints);
        if (!what.endsWith(OURS)) {
            sentences.add(OURS);
        }
        return new CommandError(ExitCode.FAILED, "Unexpected failure", sentences, null);
    }

    private static String sentence(String words) {
        return words.endsWith(".") ? words : words + '.';
    }
}
