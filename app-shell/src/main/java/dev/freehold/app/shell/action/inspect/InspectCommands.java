package dev.freehold.app.shell.action.inspect;

import dev.freehold.app.shell.command.Candidates;
import dev.freehold.app.shell.command.CommandDefinition;
import dev.freehold.app.shell.command.CommandGroup;
import dev.freehold.app.shell.command.Operand;
import dev.freehold.app.shell.command.Option;

/// The commands that look at what stands.
public final class InspectCommands {

    private InspectCommands() {}

    public static CommandDefinition status() {
        return CommandDefinition.called(
                "status", CommandGroup.LAYERS, "Shows what there is of each phase.", () -> new ShowStatus());
    }

    public static CommandDefinition outputs() {
        return CommandDefinition.called(
                        "outputs",
                        CommandGroup.LAYERS,
                        "Shows what a phase gives to those after it.",
                        () -> new ShowOutputs())
                .with(Operand.one("PHASE", "which", Candidates.PHASES))
                .with(Operand.maybe("NAME", "only that output's value", Candidates.ANYTHING));
    }

    public static CommandDefinition explain() {
        return CommandDefinition.called(
                        "explain",
                        CommandGroup.LAYERS,
                        "Says what a resource is, why it is there, and what happened to it.",
                        () -> ShowRuns::explain)
                .with(Operand.one("RESOURCE", "its id, phase/kind/name", Candidates.RESOURCES));
    }

    public static CommandDefinition drift() {
        return CommandDefinition.called(
                        "drift",
                        CommandGroup.LAYERS,
                        "Shows where the world is not what the state says; exits 1 if anywhere.",
                        () -> new ShowDrift())
                .says("What bears this platform's tags but is in no state is a stray, and shown too.");
    }

    public static CommandDefinition runs() {
        return CommandDefinition.called(
                        "runs", CommandGroup.LAYERS, "Lists earlier runs, or the events of one.", () -> ShowRuns::list)
                .with(Operand.maybe("ID", "of the run", Candidates.RUNS));
    }

    public static CommandDefinition validate() {
        return CommandDefinition.called(
                        "validate",
                        CommandGroup.VALIDATION,
                        "Checks the platform that stands against what it should be.",
                        () -> new Validate())
                .says("Exits 1 when a check fails. Nothing there to check is a fail.")
                .with(Operand.many(
                        "CHECK", "images, oci, proxmox, talos, cost; none or all means all of them", Candidates.CHECKS))
                .with(Option.of("--junit", "FILE", "also writes the result as a JUnit report", Candidates.FILES)
                        .notYet());
    }
}
