package dev.freehold.app.shell.action.session;

import dev.freehold.app.shell.command.Candidates;
import dev.freehold.app.shell.command.CommandDefinition;
import dev.freehold.app.shell.command.CommandGroup;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Operand;
import dev.freehold.app.shell.command.Option;

/// The commands of the session itself.
public final class SessionCommands {

    private SessionCommands() {}

    public static CommandDefinition run() {
        return CommandDefinition.called(
                        "run",
                        CommandGroup.SHELL,
                        "Runs a file of commands; stops at the first that fails. Also @FILE.",
                        () -> new RunScript())
                .says("One command a line, # or // comments, quoting as in a POSIX shell.")
                .with(Operand.one("FILE", "the script", Candidates.FILES));
    }

    public static CommandDefinition use() {
        return CommandDefinition.called(
                        "use",
                        CommandGroup.SHELL,
                        "Sets options for the commands that follow, in the shell and in scripts.",
                        () -> new SetDefaults())
                .says("For example: use --target lab, or use -f other.yaml. Without options it shows what is set.");
    }

    public static CommandDefinition help() {
        return CommandDefinition.called(
                        "help",
                        CommandGroup.SHELL,
                        "Says what there is, or what one command does.",
                        () -> new ShowHelp())
                .with(Operand.many("COMMAND", "which", Candidates.COMMANDS))
                .with(Option.flag("--completion", "prints a completion script for bash and zsh"));
    }

    /// The one command that looks like an option, because that is what people type.
    public static CommandDefinition version() {
        return CommandDefinition.called(
                "--version", CommandGroup.SHELL, "Prints the program's version.", () -> new ShowVersion());
    }

    public static CommandDefinition exit() {
        return CommandDefinition.called(
                "exit", CommandGroup.SHELL, "Leaves the shell, or ends the script there.", () -> (_, stage) -> {
                    stage.leave();
                    return ExitCode.DONE;
                });
    }
}
