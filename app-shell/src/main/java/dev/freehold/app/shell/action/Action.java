package dev.freehold.app.shell.action;

import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;

/// What a command does.
public interface Action {

    /// @throws dev.freehold.app.shell.command.Problem if it can't
    ExitCode run(Invocation invocation, Stage stage);
}
