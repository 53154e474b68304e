package dev.freehold.app.shell.interactive;

import dev.freehold.app.shell.screen.Answers;
import dev.freehold.app.shell.screen.Interrupts;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/// Answers typed at the shell's terminal. While one is awaited, Ctrl-C is the reader's: it would go on reading
/// otherwise.
record TerminalAnswers(Terminal terminal, LineReader reader) implements Answers {
    private static final char NOTHING_SHOWN = '\0';

    @Override
    public @Nullable String ask(String question) {
        return answer(question, null);
    }

    @Override
    public @Nullable String askHidden(String question) {
        return answer(question, NOTHING_SHOWN);
    }

    private @Nullable String answer(String question, @Nullable Character mask) {
        try (var _ = Interrupts.calling(() -> terminal.raise(Terminal.Signal.INT))) {
            return reader.readLine(question, mask);
        } catch (UserInterruptException | EndOfFileException brokenOff) {
            return null;
        }
    }
}
