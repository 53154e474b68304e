package dev.freehold.app.shell.command;

import dev.freehold.app.shell.screen.Screen;
import dev.freehold.app.shell.script.CommandScript;

/// Where a command runs: alone, in a script or in the interactive shell.
public interface Stage {

    Screen screen();

    /// What the options of every command are where a command does not say; `use` changes them for those that
    /// follow.
    Defaults defaults();

    /// Runs every line until one fails.
    ///
    /// @param by the command that asks for it; what it set holds for the script's lines
    ExitCode run(CommandScript script, Invocation by);

    /// Nothing follows: the shell ends, or the script.
    void leave();
}
