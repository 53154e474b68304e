package dev.freehold.app.shell.command;

import dev.freehold.app.shell.screen.Screen;
import java.nio.file.Path;

/// Where a command runs: alone, in a script or in the interactive shell.
public interface Stage {

    Screen screen();

    /// What the options of every command are where a command does not say; `use` changes them for those that
    /// follow.
    Defaults defaults();

    /// Every command there is.
    CommandSet commands();

    /// Runs every line of a file until one fails.
    ///
    /// @param name what a person calls the file in a message
    /// @param by the command that asks for it; what it set holds for the script's lines
    ExitCode runScript(Path file, String name, Invocation by);

    /// Nothing follows: the shell ends, or the script.
    void leave();
}
