package dev.freehold.app.shell.command;

import picocli.AutoComplete;
import picocli.CommandLine;

/// The completion script for bash and zsh, by picocli's generator.
public final class Completion {
    private Completion() {}

    public static String script(CommandSet commands) {
        return AutoComplete.bash("freehold", new CommandLine(CommandSpecs.wholeTree(commands)));
    }
}
