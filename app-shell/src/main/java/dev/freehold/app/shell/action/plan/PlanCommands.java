package dev.freehold.app.shell.action.plan;

import dev.freehold.app.shell.action.SharedOptions;
import dev.freehold.app.shell.command.CommandDefinition;
import dev.freehold.app.shell.command.CommandGroup;
import dev.freehold.app.shell.command.Option;

/// The commands that look ahead.
public final class PlanCommands {

    private PlanCommands() {}

    public static CommandDefinition quota() {
        return CommandDefinition.called(
                        "quota",
                        CommandGroup.AHEAD,
                        "Adds up what the spec takes against the allowance.",
                        () -> ShowQuota::quota)
                .says("Exits 3 when something is above it, and lists every violation.");
    }

    public static CommandDefinition fit() {
        return CommandDefinition.called(
                        "fit",
                        CommandGroup.AHEAD,
                        "Shows what each host carries, and whether the platform can live there.",
                        () -> new ShowFit())
                .says("Exits 2 when it can't, and lists every violation.");
    }

    public static CommandDefinition addresses() {
        return CommandDefinition.called(
                "addresses", CommandGroup.AHEAD, "Shows the address plan.", () -> new ShowAddresses());
    }

    public static CommandDefinition forecast() {
        return CommandDefinition.called(
                "forecast", CommandGroup.AHEAD, "Shows what a month costs at list price.", () -> ShowQuota::forecast);
    }

    public static CommandDefinition timeline() {
        return CommandDefinition.called(
                        "timeline",
                        CommandGroup.AHEAD,
                        "Shows the schedule: each resource's start, end and slack, and the critical path.",
                        () -> new ShowTimeline())
                .with(SharedOptions.PREBUILT);
    }

    public static CommandDefinition plan() {
        return CommandDefinition.called(
                        "plan",
                        CommandGroup.AHEAD,
                        "Shows what a deployment would change, and why.",
                        () -> new ShowPlan())
                .says("Above the allowance, or where something protected would go, it exits 3; when the platform"
                        + " can't live on its hosts, 2.")
                .with(SharedOptions.PHASES)
                .with(SharedOptions.REFRESH)
                .with(SharedOptions.UNPROTECT)
                .with(Option.flag("--detailed-exitcode", "exits 5 when changes are pending"))
                .with(SharedOptions.PREBUILT);
    }

    public static CommandDefinition graph() {
        return CommandDefinition.called(
                        "graph", CommandGroup.AHEAD, "Prints the blueprint's graph.", () -> new PrintGraph())
                .with(Option.among("--format", "mermaid", "mermaid", "dot", "json"));
    }
}
