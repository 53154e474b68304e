package dev.freehold.app.shell.action;

import dev.freehold.app.shell.command.Command;
import dev.freehold.app.shell.command.Globals;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Problem;
import java.util.List;

/// What is promised and not there yet, said in one way.
public final class NotYet {
    public static final String WORDS = "not there yet";

    /// They write or read nothing of a target, so that any target will do.
    private static final List<String> WITHOUT_TARGET = List.of(
            "--version",
            "help",
            "use",
            "run",
            "exit",
            "init",
            "schema",
            "quota",
            "fit",
            "addresses",
            "forecast",
            "timeline",
            "graph",
            "lab serve",
            "lab endpoints",
            "lab reset");

    private NotYet() {}

    /// @throws Problem if the command, a part of it or one of its options is not there yet
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
        var target = invocation.globals().target();
        if (target != Globals.Target.SIM && !WITHOUT_TARGET.contains(command.name())) {
            throw problem("--target " + target.word());
        }
    }

    private static Problem problem(String what) {
        return Problem.usage(
                "Not there yet",
                what + " is " + WORDS
                        + ". What works now is the simulated target, --target sim; 'freehold help' lists it.",
                null);
    }

    /// What help and reference say of it.
    public static String remark(Command command) {
        return command.ready() ? "" : " (" + WORDS + ")";
    }
}
