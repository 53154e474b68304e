package dev.freehold.app.shell.action.deploy;

import dev.freehold.app.shell.action.SharedOptions;
import dev.freehold.app.shell.command.Candidates;
import dev.freehold.app.shell.command.CommandDefinition;
import dev.freehold.app.shell.command.CommandGroup;
import dev.freehold.app.shell.command.Operand;
import dev.freehold.app.shell.command.Option;

/// The commands that change a platform.
public final class DeployCommands {

    private DeployCommands() {}

    public static CommandDefinition deploy() {
        return CommandDefinition.called(
                        "deploy", CommandGroup.LAYERS, "Makes the platform what the spec says.", () -> new Deploy())
                .says("A phase brings along what it needs of earlier ones and is not there yet. The whole"
                        + " platform ends with validation. Without --yes it asks before each layer.")
                .with(SharedOptions.PHASES)
                .with(SharedOptions.YES)
                .with(Option.of("--until", "PHASE", "stops after that phase", Candidates.PHASES))
                .with(SharedOptions.REFRESH)
                .with(SharedOptions.UNPROTECT)
                .with(SharedOptions.PREBUILT)
                .with(Option.of(
                        "--hunt",
                        "DURATION",
                        "how long to go on asking a full region, such as 72h; an hour",
                        Candidates.ANYTHING));
    }

    public static CommandDefinition destroy() {
        return CommandDefinition.called(
                        "destroy",
                        CommandGroup.LAYERS,
                        "Removes phases, in the reverse of the order that made them.",
                        () -> new Destroy())
                .says("Refused while a later phase stands on one of them, unless --cascade takes that too.")
                .with(Operand.some("PHASE", "setup, images, oci, proxmox, talos, or all", Candidates.PHASES))
                .with(SharedOptions.YES)
                .with(Option.flag("--cascade", "takes what stands on it as well"));
    }

    public static CommandDefinition rollback() {
        return CommandDefinition.called(
                        "rollback",
                        CommandGroup.LAYERS,
                        "Takes a phase back to an earlier complete deployment.",
                        () -> new Rollback())
                .with(Operand.maybe("PHASE", "which", Candidates.PHASES))
                .with(Operand.maybe("N", "the rollback point; the one before the newest", Candidates.ANYTHING))
                .with(Option.flag("--list", "lists the rollback points"))
                .with(SharedOptions.UNPROTECT)
                .with(SharedOptions.YES);
    }
}
