package dev.freehold.app.shell.action.lab;

import dev.freehold.app.shell.command.Candidates;
import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.CommandDefinition;
import dev.freehold.app.shell.command.CommandGroup;
import dev.freehold.app.shell.command.Option;
import java.util.function.Supplier;

/// The commands to practise with.
public final class LabCommands {

    private LabCommands() {}

    private static CommandDefinition called(String name, String about, Supplier<CommandAction> action) {
        return CommandDefinition.called("lab " + name, CommandGroup.PRACTICE, about, action);
    }

    public static CommandDefinition rehearse() {
        return CommandDefinition.called(
                        "rehearse",
                        CommandGroup.PRACTICE,
                        "Deploys many times in simulation, under random delays and faults.",
                        () -> new Rehearse())
                .with(Option.of("--runs", "N", "how many times; 1000", Candidates.ANYTHING));
    }

    public static CommandDefinition serve() {
        return called("serve", "Serves the emulators, in the foreground.", () -> LabActions::serve)
                .with(Option.of("--port-base", "N", "the first of at most 20 ports", Candidates.ANYTHING))
                .with(Option.of("--tenancy", "ALLOWANCE", "what the emulated tenancy grants", Candidates.ANYTHING))
                .with(Option.of("--wire-faults", "FILE", "makes the wire fail as the file says", Candidates.FILES))
                .with(Option.of("--pace", "N", "emulated seconds per second; 20", Candidates.ANYTHING));
    }

    public static CommandDefinition endpoints() {
        return called("endpoints", "Shows where the emulators listen.", () -> LabActions::endpoints);
    }

    public static CommandDefinition reset() {
        return called("reset", "Makes the emulators forget their world.", () -> LabActions::reset);
    }
}
