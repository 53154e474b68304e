package dev.freehold.app.shell.command;

import dev.freehold.domain.hint.NextCommand;

/// What is promised and not there yet, said in one way.
public final class NotReady {
    public static final String WORDS = "not there yet";

    private NotReady() {}

    /// @throws CommandError if the command, a part of it or one of its options is not there yet
    public static void refuse(Invocation invocation) {
        var command = invocation.command();
        if (!command.ready()) {
            throw problem("'" + command.name() + "'");
        }
        for (var option : command.options()) {
            if (!option.ready() && invocation.has(option.longName())) {
                throw problem("The option " + option.longName() + " of '" + command.name() + "'");
            }
        }
    }

    private static CommandError problem(String what) {
        return CommandError.usage(
                "Not there yet",
                what + " is " + WORDS + ". What works now is the simulated target, --target sim; " + NextCommand.help()
                        + " lists it.",
                null);
    }

    /// What help and reference say of it.
    public static String remark(CommandDefinition command) {
        return command.ready() ? "" : " (" + WORDS + ")";
    }
}
