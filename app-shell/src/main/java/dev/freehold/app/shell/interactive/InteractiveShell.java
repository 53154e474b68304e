package dev.freehold.app.shell.interactive;

import dev.freehold.app.shell.screen.Screen;
import java.io.IOException;
import java.util.function.Function;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/// The shell for people at a terminal: JLine edits the lines, Spring Shell's runner turns them into commands.
public final class InteractiveShell {
    private static final int USUAL_HEIGHT = 24;

    private InteractiveShell() {}

    /// Returns once the person leaves.
    ///
    /// @param commands what runs the lines, given where to show things
    public static void run(Function<Screen, LineRunner> commands) throws Exception {
        try (var terminal = terminal()) {
            var answers = LineReaderBuilder.builder().terminal(terminal).build();
            answers.setVariable(LineReader.DISABLE_HISTORY, true);
            var screen = new Screen(
                    terminal.writer(),
                    terminal.writer(),
                    new TerminalAnswers(terminal, answers),
                    Screen.Tty.ALL,
                    Math.max(Screen.USUAL_WIDTH, terminal.getWidth()));
            var running = commands.apply(screen);
            var history = running.history();
            var building = LineReaderBuilder.builder()
                    .terminal(terminal)
                    .appName("freehold")
                    .parser(new LineParser())
                    .completer(new CatalogueCompleter(running))
                    .variable(LineReader.SECONDARY_PROMPT_PATTERN, "> ")
                    // What ! means to other shells would change words that were typed as they are meant.
                    .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
            if (history != null) {
                building.variable(LineReader.HISTORY_FILE, history);
            }
            var remembered = new RememberedLines(running);
            var lines = building.history(remembered).build();
            screen.out().println("Freehold. 'help' lists the commands, 'exit' leaves.");
            new CatalogueRunner(running, () -> next(lines, running), screen.out(), remembered::settle)
                    .run(new String[0]);
            lines.getHistory().save();
        }
    }

    private static Terminal terminal() throws IOException {
        // Ctrl-C outside of a prompt is for the command that runs, which watches for it where it can stop.
        var terminal = TerminalBuilder.builder()
                .system(true)
                .nativeSignals(true)
                .signalHandler(Terminal.SignalHandler.SIG_IGN)
                .build();
        if (terminal.getWidth() == 0) {
            // Some programs that play a terminal never say how large it is; then nothing at all would be drawn.
            terminal.setSize(new Size(Screen.USUAL_WIDTH, USUAL_HEIGHT));
        }
        return terminal;
    }

    private static String next(LineReader lines, LineRunner running) {
        try {
            var line = running.isLeaving() ? null : line(lines, running.prompt());
            return line == null ? CatalogueRunner.LEAVE : line;
        } catch (UserInterruptException droppedLine) {
            return "";
        }
    }

    private static @Nullable String line(LineReader reader, String prompt) {
        try {
            return reader.readLine(prompt);
        } catch (EndOfFileException left) {
            return null;
        }
    }
}
