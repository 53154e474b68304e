package dev.freehold.app.shell.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every command there is, whichever way the program was started; help, completion and reference read it too.
///
/// Long because it is a table: one place to see all that can be typed.
public final class Catalogue {
    private static final Operand PHASES = Operand.many(
            "PHASE", "setup, images, oci, proxmox, talos; none or all means all of them", Candidates.PHASES);
    private static final Option YES = Option.flag("--yes", "approves everything that it would ask for");
    private static final Option PREBUILT =
            Option.flag("--prebuilt-images", "takes images that were built before instead of building them");
    private static final Operand BUILT_IMAGE =
            Operand.maybe("NAME", "which, such as base-arm64, where there are several", Candidates.ANYTHING);
    private static final Operand SECRETS_FILE = Operand.one("FILE", "a SOPS file", Candidates.FILES);
    private static final Option IN_PLACE = Option.flag("--in-place", "writes the file instead of standard output");
    private static final Option FROM =
            Option.of("--from", "FILE", "holds the value; a line end at its end is left out", Candidates.FILES);
    private static final Option FROM_ENV =
            Option.of("--from-env", "VARIABLE", "the environment variable that holds the value", Candidates.ANYTHING);
    private static final Option PASSPHRASE = Option.of(
            "--passphrase-file", "FILE", "holds the passphrase; else FREEHOLD_PASSPHRASE does", Candidates.FILES);
    private static final Option IDENTITY = Option.of(
            "--identity", "FILE", "age identities besides those of the home and SOPS_AGE_KEY_FILE", Candidates.FILES);

    /// The one command that looks like an option, because that is what people type.
    static final String VERSION = "--version";

    private static final List<CommandDefinition> COMMANDS = List.of(
            CommandDefinition.called("init", CommandGroup.BEGIN, "Writes freehold.yaml, with a comment at each line that matters.")
                    .says("On a terminal it asks which topology, and says what each costs today.")
                    .with(Option.among(
                            "--topology",
                            "three hosts with Ceph, or two within today's allowance",
                            "three-node",
                            "two-node"))
                    .with(Option.flag("--force", "overwrites the file that is there")),
            CommandDefinition.called(
                    "schema", CommandGroup.BEGIN, "Prints the JSON Schema of the spec, for editors to complete and check it."),
            CommandDefinition.called("import", CommandGroup.BEGIN, "Takes over OpenTofu's settings as a spec.")
                    .with(Operand.among("FORMAT", 1, "what the file is", "tfvars"))
                    .says("It says of every line what became of it, and writes freehold.yaml.")
                    .with(Operand.one("FILE", "what to read", Candidates.FILES))
                    .with(Option.flag("--force", "overwrites the spec that is there")),
            CommandDefinition.called("export", CommandGroup.BEGIN, "Prints the spec as OpenTofu's settings.")
                    .with(Operand.among("FORMAT", 1, "what to print", "tfvars"))
                    .with(Option.flag("--import-blocks", "prints import blocks for what stands instead")),
            CommandDefinition.called("quota", CommandGroup.AHEAD, "Adds up what the spec takes against the allowance.")
                    .says("Exits 3 when something is above it, and lists every violation."),
            CommandDefinition.called("fit", CommandGroup.AHEAD, "Shows what each host carries, and whether the platform can live there.")
                    .says("Exits 2 when it can't, and lists every violation."),
            CommandDefinition.called("addresses", CommandGroup.AHEAD, "Shows the address plan."),
            CommandDefinition.called("forecast", CommandGroup.AHEAD, "Shows what a month costs at list price."),
            CommandDefinition.called(
                            "timeline",
                            CommandGroup.AHEAD,
                            "Shows the schedule: each resource's start, end and slack, and the critical path.")
                    .with(PREBUILT),
            CommandDefinition.called("plan", CommandGroup.AHEAD, "Shows what a deployment would change, and why.")
                    .says("Above the allowance it exits 3; when the platform can't live on its hosts, 2.")
                    .with(PHASES)
                    .with(Option.flag("--refresh", "looks at the real things first instead of trusting the state"))
                    .with(Option.flag("--detailed-exitcode", "exits 5 when changes are pending"))
                    .with(PREBUILT),
            CommandDefinition.called("graph", CommandGroup.AHEAD, "Prints the blueprint's graph.")
                    .with(Option.among("--format", "mermaid", "mermaid", "dot", "json")),
            CommandDefinition.called("setup", CommandGroup.SETUP, "Makes phase setup: OCI's configuration, keys, the Flux repository.")
                    .says("On the simulated target nothing of this computer is touched. Where there is no spec, one is"
                            + " written from your answers: flags, variables such as FREEHOLD_EMAIL, or the terminal.")
                    .with(Operand.among(
                            "PART", 0, "only that part, with what it needs of the rest", "oci", "ssh", "flux"))
                    .with(Option.of("--region", "REGION", "the tenancy's home region", Candidates.ANYTHING))
                    .with(Option.of("--email", "ADDRESS", "who hears of the first cent", Candidates.ANYTHING))
                    .with(Option.of("--ssh-from", "CIDR", "your own address", Candidates.ANYTHING))
                    .with(Option.of(
                            "--ssh-key",
                            "FILE",
                            "a private key of your own instead of a new pair; else FREEHOLD_SSH_KEY names it",
                            Candidates.FILES))
                    .with(Option.flag(
                            "--ssh-agent", "a key that the SSH agent holds; also said by FREEHOLD_SSH_AGENT=yes"))
                    .with(Option.of(
                            "--ssh-agent-key",
                            "KEY",
                            "which of the agent's, by comment or SHA256:...; else FREEHOLD_SSH_AGENT_KEY says it",
                            Candidates.ANYTHING))
                    .with(Option.of("--tailnet", "NAME", "your tailnet", Candidates.ANYTHING))
                    .with(Option.of("--repository", "URL", "what Flux is to follow", Candidates.ANYTHING))
                    .with(Option.of("--tenancy", "OCID", "of the tenancy, for a new OCI profile", Candidates.ANYTHING))
                    .with(Option.of("--user", "OCID", "of your user, for a new OCI profile", Candidates.ANYTHING))
                    .with(Option.of(
                            "--oci-config",
                            "FILE",
                            "the OCI configuration file; else FREEHOLD_OCI_CONFIG or OCI_CLI_CONFIG_FILE says it, or"
                                    + " it is ~/.oci/config",
                            Candidates.FILES))
                    .with(Option.of(
                            "--oci-profile",
                            "NAME",
                            "the profile in it; else FREEHOLD_OCI_PROFILE or OCI_CLI_PROFILE says it, or it is"
                                    + " DEFAULT",
                            Candidates.ANYTHING))
                    .with(Option.of(
                            "--key-file", "FILE", "an API key that is there, instead of a new one", Candidates.FILES))
                    .with(Option.flag("--replace-profile", "writes the profile anew where one is"))
                    .with(Option.of(
                            "--wait",
                            "DURATION",
                            "tries by itself, for so long, until Oracle lets the key in, as in 10m",
                            Candidates.ANYTHING))
                    .with(Option.of(
                                    "--secret",
                                    "NAME=@FILE",
                                    "the file with a secret's value; else the vault or FREEHOLD_SECRET_NAME has it",
                                    Candidates.ANYTHING)
                            .orMore())
                    .with(YES),
            secrets("list", "Lists the vault's secrets by name, with when each was set."),
            secrets("set", "Keeps a secret in the vault.")
                    .says("The value is asked for without showing it, or read from a file or a variable; it is never"
                            + " a word of the command line.")
                    .with(Operand.one("NAME", "of the secret", Candidates.ANYTHING))
                    .with(FROM)
                    .with(FROM_ENV),
            secrets("rotate", "Replaces a secret by a new one.")
                    .says("What uses it has to be deployed again.")
                    .with(Operand.one("NAME", "of the secret", Candidates.ANYTHING))
                    .with(FROM)
                    .with(FROM_ENV)
                    .with(Option.flag("--generate", "draws the new value by chance, 256 bits as Base64")),
            secrets("doctor", "Shows what is kept where, how old it is and who can read it, and what is wrong with it.")
                    .says("Exits 1 if anything is.")
                    .with(PASSPHRASE),
            secrets("protect", "Puts the vault's identity behind a passphrase, or behind another one.")
                    .with(PASSPHRASE)
                    .with(Option.of("--new-passphrase-file", "FILE", "holds the new passphrase", Candidates.FILES)),
            secrets("encrypt", "Encrypts a file with SOPS and age, by the nearest .sops.yaml above it.")
                    .with(SECRETS_FILE)
                    .with(IN_PLACE),
            secrets("decrypt", "Prints the document of a SOPS file.")
                    .with(SECRETS_FILE)
                    .with(IN_PLACE)
                    .with(IDENTITY)
                    .with(PASSPHRASE),
            secrets("edit", "Opens a SOPS file decrypted in an editor.")
                    .says("The editor is that of VISUAL or EDITOR. What was not changed keeps its ciphertext.")
                    .with(SECRETS_FILE)
                    .with(Option.of(
                            "--editor", "COMMAND", "what edits it; needed without a terminal", Candidates.ANYTHING))
                    .with(IDENTITY)
                    .with(PASSPHRASE),
            secrets("updatekeys", "Encrypts a SOPS file's data key for today's recipients.")
                    .says("They are those of the nearest .sops.yaml. Who could read the file may know its data key:"
                            + " rotate-data-key gives it a new one.")
                    .with(SECRETS_FILE)
                    .with(IN_PLACE)
                    .with(IDENTITY)
                    .with(PASSPHRASE),
            secrets("rotate-data-key", "Gives a SOPS file a new data key.")
                    .with(SECRETS_FILE)
                    .with(IN_PLACE)
                    .with(IDENTITY)
                    .with(PASSPHRASE),
            secrets("backup", "Writes everything secret of the target to one file, behind a passphrase.")
                    .says("The file says itself how to restore it, without Freehold.")
                    .with(Operand.one("FILE", "where to; one that is there is left as it is", Candidates.FILES))
                    .with(PASSPHRASE),
            secrets("restore", "Brings back what a backup holds.")
                    .says("What is there stays. Where it says something else than the backup, nothing is restored.")
                    .with(Operand.one("FILE", "a backup", Candidates.FILES))
                    .with(Option.flag("--replace", "moves everything that is there aside, and takes the backup"))
                    .with(PASSPHRASE),
            images("build", "Builds the disk images on this computer.")
                    .says("Those that the platform needs; with IMAGE and --arch any. What was built of the same"
                            + " scripts and sources and is whole is not built again.")
                    .with(Operand.among("IMAGE", 0, "only that one", "base", "proxmox"))
                    .with(Option.among("--builder", "with what", "packer", "dagger", "mmdebstrap"))
                    .with(Option.among("--arch", "for what", "arm64", "amd64"))
                    .with(Option.of(
                            "--without", "A,B", "parts to leave out: tailscale, proxmox, ceph", Candidates.ANYTHING)),
            images("list", "Lists the images that were built."),
            images("sbom", "Prints what is in an image, as a CycloneDX document.")
                    .with(BUILT_IMAGE),
            images("harden-check", "Shows for each hardening point whether it holds in the images that were built.")
                    .says("Exits 1 when one does not, or when an image's file is not what was built.")
                    .with(BUILT_IMAGE),
            CommandDefinition.called("deploy", CommandGroup.LAYERS, "Makes the platform what the spec says.")
                    .says("A phase brings along what it needs of earlier ones and is not there yet. The whole"
                            + " platform ends with validation. Without --yes it asks before each layer.")
                    .with(PHASES)
                    .with(YES)
                    .with(Option.of("--until", "PHASE", "stops after that phase", Candidates.PHASES))
                    .with(Option.flag("--refresh", "looks at the real things first instead of trusting the state"))
                    .with(PREBUILT)
                    .with(Option.of(
                            "--hunt",
                            "DURATION",
                            "how long to go on asking a full region, such as 72h; an hour",
                            Candidates.ANYTHING)),
            CommandDefinition.called("status", CommandGroup.LAYERS, "Shows what there is of each phase."),
            CommandDefinition.called("outputs", CommandGroup.LAYERS, "Shows what a phase gives to those after it.")
                    .with(Operand.one("PHASE", "which", Candidates.PHASES))
                    .with(Operand.maybe("NAME", "only that output's value", Candidates.ANYTHING)),
            CommandDefinition.called(
                            "explain",
                            CommandGroup.LAYERS,
                            "Says what a resource is, why it is there, and what happened to it.")
                    .with(Operand.one("RESOURCE", "its id, phase/kind/name", Candidates.RESOURCES)),
            CommandDefinition.called(
                            "drift",
                            CommandGroup.LAYERS,
                            "Shows where the world is not what the state says; exits 1 if anywhere.")
                    .says("What bears this platform's tags but is in no state is a stray, and shown too."),
            CommandDefinition.called("destroy", CommandGroup.LAYERS, "Removes phases, in the reverse of the order that made them.")
                    .says("Refused while a later phase stands on one of them, unless --cascade takes that too.")
                    .with(Operand.some("PHASE", "setup, images, oci, proxmox, talos, or all", Candidates.PHASES))
                    .with(YES)
                    .with(Option.flag("--cascade", "takes what stands on it as well")),
            CommandDefinition.called("rollback", CommandGroup.LAYERS, "Takes a phase back to an earlier complete deployment.")
                    .with(Operand.maybe("PHASE", "which", Candidates.PHASES))
                    .with(Operand.maybe("N", "the rollback point; the one before the newest", Candidates.ANYTHING))
                    .with(Option.flag("--list", "lists the rollback points"))
                    .with(YES),
            state("list", "Lists the ids of what stands, one a line."),
            state("show", "Shows what the state says of one resource.")
                    .with(Operand.one("ID", "phase/kind/name", Candidates.RESOURCES)),
            state("history", "Lists the versions of each layer's state."),
            state("unlock", "Frees a state whose lock stayed behind."),
            state("push", "Publishes the states to where they are shared."),
            state("pull", "Fetches the states from where they are shared."),
            CommandDefinition.called("runs", CommandGroup.LAYERS, "Lists earlier runs, or the events of one.")
                    .with(Operand.maybe("ID", "of the run", Candidates.RUNS)),
            CommandDefinition.called("validate", CommandGroup.VALIDATION, "Checks the platform that stands against what it should be.")
                    .says("Exits 1 when a check fails. Nothing there to check is a fail.")
                    .with(Operand.many(
                            "CHECK",
                            "images, oci, proxmox, talos, cost; none or all means all of them",
                            Candidates.CHECKS))
                    .with(Option.of("--junit", "FILE", "also writes the result as a JUnit report", Candidates.FILES)
                            .notYet()),
            CommandDefinition.called(
                            "rehearse",
                            CommandGroup.PRACTICE,
                            "Deploys many times in simulation, under random delays and faults.")
                    .with(Option.of("--runs", "N", "how many times; 1000", Candidates.ANYTHING)),
            lab("serve", "Serves the emulators, in the foreground.")
                    .with(Option.of("--port-base", "N", "the first of at most 20 ports", Candidates.ANYTHING))
                    .with(Option.of("--tenancy", "ALLOWANCE", "what the emulated tenancy grants", Candidates.ANYTHING))
                    .with(Option.of("--wire-faults", "FILE", "makes the wire fail as the file says", Candidates.FILES))
                    .with(Option.of("--pace", "N", "emulated seconds per second; 20", Candidates.ANYTHING)),
            lab("endpoints", "Shows where the emulators listen."),
            lab("reset", "Makes the emulators forget their world."),
            CommandDefinition.called("run", CommandGroup.SHELL, "Runs a file of commands; stops at the first that fails. Also @FILE.")
                    .says("One command a line, # or // comments, quoting as in a POSIX shell.")
                    .with(Operand.one("FILE", "the script", Candidates.FILES)),
            CommandDefinition.called(
                            "use",
                            CommandGroup.SHELL,
                            "Sets options for the commands that follow, in the shell and in scripts.")
                    .says("For example: use --target lab, or use -f other.yaml. Without options it shows what is set."),
            CommandDefinition.called("help", CommandGroup.SHELL, "Says what there is, or what one command does.")
                    .with(Operand.many("COMMAND", "which", Candidates.COMMANDS))
                    .with(Option.flag("--completion", "prints a completion script for bash and zsh")),
            CommandDefinition.called(VERSION, CommandGroup.SHELL, "Prints the program's version."),
            CommandDefinition.called("exit", CommandGroup.SHELL, "Leaves the shell, or ends the script there."));

    private Catalogue() {}

    private static CommandDefinition secrets(String name, String about) {
        return CommandDefinition.called("secrets " + name, CommandGroup.SETUP, about);
    }

    private static CommandDefinition images(String name, String about) {
        return CommandDefinition.called("images " + name, CommandGroup.IMAGES, about);
    }

    private static CommandDefinition state(String name, String about) {
        return CommandDefinition.called("state " + name, CommandGroup.LAYERS, about);
    }

    private static CommandDefinition lab(String name, String about) {
        return CommandDefinition.called("lab " + name, CommandGroup.PRACTICE, about);
    }

    /// In the order of the help.
    public static List<CommandDefinition> all() {
        return COMMANDS;
    }

    /// The command of exactly that name; absent where there is none.
    public static @Nullable CommandDefinition named(String name) {
        for (var command : COMMANDS) {
            if (command.name().equals(name)) {
                return command;
            }
        }
        return null;
    }

    /// The commands whose first word that is: one, none, or a family such as `state`.
    public static List<CommandDefinition> startingWith(String word) {
        var family = new ArrayList<CommandDefinition>();
        for (var command : COMMANDS) {
            if (command.path().getFirst().equals(word)) {
                family.add(command);
            }
        }
        return family;
    }
}
