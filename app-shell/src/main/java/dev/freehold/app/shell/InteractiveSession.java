package dev.freehold.app.shell;

import dev.freehold.app.shell.command.Candidates;
import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.CommandParser;
import dev.freehold.app.shell.command.CommandSet;
import dev.freehold.app.shell.command.Defaults;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Globals;
import dev.freehold.app.shell.interactive.InteractiveShell;
import dev.freehold.app.shell.interactive.LineRunner;
import dev.freehold.app.shell.screen.ColorMode;
import dev.freehold.app.shell.screen.Ink;
import dev.freehold.app.shell.wiring.CompletionNames;
import dev.freehold.app.shell.wiring.TargetRecords;
import dev.freehold.ports.state.UnusableHome;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A session whose lines a person types.
final class InteractiveSession implements LineRunner {
    private final Session session;

    private InteractiveSession(Session session) {
        this.session = session;
    }

    static ExitCode run(Defaults defaults) {
        try {
            InteractiveShell.run(screen -> new InteractiveSession(new Session(screen, defaults)));
            return ExitCode.DONE;
        } catch (RuntimeException bug) {
            throw bug;
        } catch (Exception e) {
            throw new IllegalStateException("The shell ended: " + e.getMessage(), e);
        }
    }

    /// In the home in use.
    @Override
    public @Nullable Path history() {
        var globals = globals();
        if (globals == null) {
            return null;
        }
        try {
            return TargetRecords.lineHistory(globals);
        } catch (UnusableHome unusable) {
            // What needs the home will say so; the rest works without.
            return null;
        }
    }

    @Override
    public ExitCode run(List<String> words) {
        return session.run(words);
    }

    @Override
    public boolean mayHoldSecret(List<String> words) {
        return new CommandParser(catalogue()).mayHoldSecret(words);
    }

    @Override
    public CommandSet catalogue() {
        return session.commands();
    }

    @Override
    public boolean isLeaving() {
        return session.isLeaving();
    }

    @Override
    public String prompt() {
        var globals = globals();
        var ink = globals == null || globals.color() == ColorMode.NEVER ? Ink.PLAIN : Ink.COLORED;
        var spec = globals == null || globals.file() == null
                ? "default platform"
                : String.valueOf(globals.file().getFileName());
        return ink.bold("freehold") + ' '
                + (globals == null ? "?" : globals.target().word()) + ' ' + spec + "> ";
    }

    @Override
    public List<String> completions(Candidates candidates) {
        var globals = globals();
        return globals == null ? List.of() : CompletionNames.of(candidates, globals);
    }

    private @Nullable Globals globals() {
        try {
            return new CommandParser(catalogue())
                    .parse(List.of("use"), session.defaults())
                    .globals();
        } catch (CommandError unreadable) {
            return null;
        }
    }
}
