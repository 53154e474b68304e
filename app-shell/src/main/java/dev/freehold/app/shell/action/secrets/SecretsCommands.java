package dev.freehold.app.shell.action.secrets;

import dev.freehold.app.shell.action.secrets.RewriteSopsFile.Act;
import dev.freehold.app.shell.command.Candidates;
import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.CommandDefinition;
import dev.freehold.app.shell.command.CommandGroup;
import dev.freehold.app.shell.command.Operand;
import dev.freehold.app.shell.command.Option;
import java.util.function.Supplier;

/// The commands of the vault and of SOPS files.
public final class SecretsCommands {
    private static final Operand FILE = Operand.one("FILE", "a SOPS file", Candidates.FILES);
    private static final Operand NAME = Operand.one("NAME", "of the secret", Candidates.ANYTHING);
    private static final Option IN_PLACE = Option.flag("--in-place", "writes the file instead of standard output");
    private static final Option FROM =
            Option.of("--from", "FILE", "holds the value; a line end at its end is left out", Candidates.FILES);
    private static final Option FROM_ENV =
            Option.of("--from-env", "VARIABLE", "the environment variable that holds the value", Candidates.ANYTHING);
    private static final Option PASSPHRASE = Option.of(
            "--passphrase-file", "FILE", "holds the passphrase; else FREEHOLD_PASSPHRASE does", Candidates.FILES);
    private static final Option IDENTITY = Option.of(
            "--identity", "FILE", "age identities besides those of the home and SOPS_AGE_KEY_FILE", Candidates.FILES);

    private SecretsCommands() {}

    private static CommandDefinition called(String name, String about, Supplier<CommandAction> action) {
        return CommandDefinition.called("secrets " + name, CommandGroup.SETUP, about, action);
    }

    public static CommandDefinition list() {
        return called("list", "Lists the vault's secrets by name, with when each was set.", () -> VaultActions::list);
    }

    public static CommandDefinition set() {
        return called("set", "Keeps a secret in the vault.", () -> VaultActions::set)
                .says("The value is asked for without showing it, or read from a file or a variable; it is never"
                        + " a word of the command line.")
                .with(NAME)
                .with(FROM)
                .with(FROM_ENV)
                .with(Option.flag(VaultActions.FORCE, "keeps a name that is nearly one of Freehold's, and any value"));
    }

    public static CommandDefinition rotate() {
        return called("rotate", "Replaces a secret by a new one.", () -> VaultActions::rotate)
                .says("What uses it has to be deployed again.")
                .with(NAME)
                .with(FROM)
                .with(FROM_ENV)
                .with(Option.flag("--generate", "draws the new value by chance, 256 bits as Base64"))
                .with(Option.flag(VaultActions.FORCE, "takes a value that does not look like one of that secret"));
    }

    public static CommandDefinition doctor() {
        return called(
                        "doctor",
                        "Shows what is kept where, how old it is and who can read it, and what is wrong with it.",
                        () -> new InspectSecrets())
                .says("Exits 1 if anything is.")
                .with(PASSPHRASE);
    }

    public static CommandDefinition protect() {
        return called(
                        "protect",
                        "Puts the vault's identity behind a passphrase, or behind another one.",
                        () -> VaultActions::protect)
                .with(PASSPHRASE)
                .with(Option.of("--new-passphrase-file", "FILE", "holds the new passphrase", Candidates.FILES));
    }

    public static CommandDefinition encrypt() {
        return called(
                        "encrypt",
                        "Encrypts a file with SOPS and age, by the nearest .sops.yaml above it.",
                        () -> new RewriteSopsFile(Act.ENCRYPT))
                .with(FILE)
                .with(IN_PLACE);
    }

    public static CommandDefinition decrypt() {
        return called("decrypt", "Prints the document of a SOPS file.", () -> new RewriteSopsFile(Act.DECRYPT))
                .with(FILE)
                .with(IN_PLACE)
                .with(IDENTITY)
                .with(PASSPHRASE);
    }

    public static CommandDefinition edit() {
        return called("edit", "Opens a SOPS file decrypted in an editor.", () -> new EditSopsFile())
                .says("The editor is that of VISUAL or EDITOR. What was not changed keeps its ciphertext.")
                .with(FILE)
                .with(Option.of("--editor", "COMMAND", "what edits it; needed without a terminal", Candidates.ANYTHING))
                .with(IDENTITY)
                .with(PASSPHRASE);
    }

    public static CommandDefinition updateKeys() {
        return called(
                        "updatekeys",
                        "Encrypts a SOPS file's data key for today's recipients.",
                        () -> new RewriteSopsFile(Act.UPDATE_KEYS))
                .says("They are those of the nearest .sops.yaml. Who could read the file may know its data key:"
                        + " rotate-data-key gives it a new one.")
                .with(FILE)
                .with(IN_PLACE)
                .with(IDENTITY)
                .with(PASSPHRASE);
    }

    public static CommandDefinition rotateDataKey() {
        return called(
                        "rotate-data-key",
                        "Gives a SOPS file a new data key.",
                        () -> new RewriteSopsFile(Act.ROTATE_DATA_KEY))
                .with(FILE)
                .with(IN_PLACE)
                .with(IDENTITY)
                .with(PASSPHRASE);
    }

    public static CommandDefinition backup() {
        return called(
                        "backup",
                        "Writes everything secret of the target to one file, behind a passphrase.",
                        () -> new BackUpSecrets())
                .says("The file says itself how to restore it, without Freehold.")
                .with(Operand.one("FILE", "where to; one that is there is left as it is", Candidates.FILES))
                .with(PASSPHRASE);
    }

    public static CommandDefinition restore() {
        return called("restore", "Brings back what a backup holds.", () -> new RestoreSecrets())
                .says("What is there stays. Where it says something else than the backup, nothing is restored.")
                .with(Operand.one("FILE", "a backup", Candidates.FILES))
                .with(Option.flag("--replace", "moves everything that is there aside, and takes the backup"))
                .with(PASSPHRASE);
    }
}
