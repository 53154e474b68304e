package dev.freehold.app.shell.command;

/// What a command does.
public interface CommandAction {

    /// @throws dev.freehold.app.shell.command.CommandError if it can't
    ExitCode run(Invocation invocation, Stage stage);
}
