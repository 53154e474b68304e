package dev.freehold.app.shell.action.setup;

import dev.freehold.app.shell.action.SharedOptions;
import dev.freehold.app.shell.command.Candidates;
import dev.freehold.app.shell.command.CommandDefinition;
import dev.freehold.app.shell.command.CommandGroup;
import dev.freehold.app.shell.command.Operand;
import dev.freehold.app.shell.command.Option;

/// The command that makes phase setup.
public final class SetupCommands {
    private static final Option[] FOR_THE_SPEC = {
        Option.of("--region", "REGION", "the tenancy's home region", Candidates.ANYTHING),
        Option.of("--email", "ADDRESS", "who hears of the first cent", Candidates.ANYTHING),
        Option.of("--ssh-from", "CIDR", "your own address", Candidates.ANYTHING)
    };

    private static final Option[] FOR_THE_KEY = {
        Option.of(
                "--ssh-key",
                "FILE",
                "a private key of your own instead of a new pair; else FREEHOLD_SSH_KEY names it",
                Candidates.FILES),
        Option.flag("--ssh-agent", "a key that the SSH agent holds; also said by FREEHOLD_SSH_AGENT=yes"),
        Option.of(
                "--ssh-agent-key",
                "KEY",
                "which of the agent's, by comment or SHA256:...; else FREEHOLD_SSH_AGENT_KEY says it",
                Candidates.ANYTHING)
    };

    private static final Option[] FOR_TAILNET_AND_FLUX = {
        Option.of("--tailnet", "NAME", "your tailnet", Candidates.ANYTHING),
        Option.of("--repository", "URL", "what Flux is to follow", Candidates.ANYTHING)
    };

    private static final Option[] FOR_ORACLE = {
        Option.of("--tenancy", "OCID", "of the tenancy, for a new OCI profile", Candidates.ANYTHING),
        Option.of("--user", "OCID", "of your user, for a new OCI profile", Candidates.ANYTHING),
        Option.of(
                "--oci-config",
                "FILE",
                "the OCI configuration file; else FREEHOLD_OCI_CONFIG or OCI_CLI_CONFIG_FILE says it, or"
                        + " it is ~/.oci/config",
                Candidates.FILES),
        Option.of(
                "--oci-profile",
                "NAME",
                "the profile in it; else FREEHOLD_OCI_PROFILE or OCI_CLI_PROFILE says it, or it is" + " DEFAULT",
                Candidates.ANYTHING),
        Option.of("--key-file", "FILE", "an API key that is there, instead of a new one", Candidates.FILES),
        Option.flag("--replace-profile", "writes the profile anew where one is"),
        Option.of(
                "--wait",
                "DURATION",
                "tries by itself, for so long, until Oracle lets the key in, as in 10m",
                Candidates.ANYTHING)
    };

    private static final Option SECRET = Option.of(
                    "--secret",
                    "NAME=@FILE",
                    "the file with a secret's value; else the vault or FREEHOLD_SECRET_NAME has it",
                    Candidates.ANYTHING)
            .orMore();

    private SetupCommands() {}

    public static CommandDefinition setup() {
        return CommandDefinition.called(
                        "setup",
                        CommandGroup.SETUP,
                        "Makes phase setup: OCI's configuration, keys, the Flux repository.",
                        () -> new Setup())
                .says("On the simulated target nothing of this computer is touched. Where there is no spec, one is"
                        + " written from your answers: flags, variables such as FREEHOLD_EMAIL, or the terminal.")
                .with(Operand.among("PART", 0, "only that part, with what it needs of the rest", "oci", "ssh", "flux"))
                .with(FOR_THE_SPEC)
                .with(FOR_THE_KEY)
                .with(FOR_TAILNET_AND_FLUX)
                .with(FOR_ORACLE)
                .with(SECRET)
                .with(SharedOptions.YES);
    }
}
