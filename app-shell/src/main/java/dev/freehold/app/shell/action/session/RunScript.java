package dev.freehold.app.shell.action.session;

import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;

/// `run FILE`: a file of commands.
final class RunScript implements CommandAction {
    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        var name = Objects.requireNonNull(invocation.operand(0));
        try {
            return stage.runScript(Path.of(name), name, invocation);
        } catch (InvalidPathException no) {
            throw CommandError.usage("Not a path", "run takes a path, not '" + name + "'.", null);
        }
    }
}
