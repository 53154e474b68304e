package dev.freehold.app.shell.interactive;

import dev.freehold.app.shell.command.ExitCode;
import java.time.Instant;
import org.jline.reader.impl.history.DefaultHistory;
import org.jspecify.annotations.Nullable;

/// The lines that were typed. One that may hold a secret where none belongs is kept back until it has run, and
/// dropped if it was a mistake: the history is a file.
final class RememberedLines extends DefaultHistory {
    private final LineRunner commands;
    private @Nullable Instant time;
    private @Nullable String heldBack;

    RememberedLines(LineRunner commands) {
        this.commands = commands;
    }

    @Override
    public void add(Instant typed, String line) {
        if (commands.mayHoldSecret(LineParser.words(line))) {
            time = typed;
            heldBack = line;
        } else {
            super.add(typed, line);
        }
    }

    /// Says how the line ended that was added last.
    void settle(ExitCode code) {
        if (heldBack != null && time != null && code != ExitCode.BAD_USAGE) {
            super.add(time, heldBack);
        }
        heldBack = null;
    }
}
