package dev.freehold.app.shell.action.secrets;

import dev.freehold.app.shell.action.Display;
import dev.freehold.app.shell.action.SecretInput;
import dev.freehold.app.shell.action.UserFiles;
import dev.freehold.app.shell.action.WriteRight;
import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.json.SecretsJson;
import dev.freehold.app.shell.wiring.TargetSecrets;
import dev.freehold.domain.hint.NextCommand;
import dev.freehold.domain.secret.Secret;
import dev.freehold.ports.secret.SecretBackups;
import dev.freehold.ports.secret.SecretBackups.Opened;
import dev.freehold.ports.secret.SecretBackups.Restored;
import dev.freehold.ports.secret.Undecryptable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// `secrets restore`: what a backup holds, back in the place where it was.
final class RestoreSecrets implements CommandAction {
    /// No backup is larger, in bytes.
    private static final int LARGEST = 128 * 1024 * 1024;

    /// More names than that say nothing.
    private static final int MOST_NAMES = 5;

    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        var file = Path.of(Objects.requireNonNull(invocation.operand(0))).toAbsolutePath();
        var passphrases = SecretInput.passphrases(invocation, stage);
        var backups = TargetSecrets.of(invocation.globals(), passphrases).backups();
        var content = content(file, backups, invocation);
        var backup = opened(file, backups, content, passphrases.of(file));
        var restored = new ArrayList<Restored>();
        WriteRight.during(invocation, stage, () -> restored.add(restored(backup, invocation)));
        var result = restored.getFirst();
        Display.show(invocation, stage, json -> SecretsJson.restored(json, file, backup.size(), result), page -> {
            page.prose(
                    result.restored() == 0
                            ? "All " + backup.size() + " files of " + file + " are there already."
                            : "Restored " + result.restored() + " of " + backup.size() + " files from " + file + ". "
                                    + NextCommand.checkSecrets() + " says whether everything can be read.");
            if (result.aside() != null) {
                page.prose(
                        "What was there before is in " + result.aside() + ". Remove it once nothing of it is needed.");
            }
        });
        return ExitCode.DONE;
    }

    private static byte[] content(Path file, SecretBackups backups, Invocation invocation) {
        byte[] content;
        try (var in = Files.newInputStream(file)) {
            content = in.readNBytes(LARGEST);
        } catch (IOException unreadable) {
            throw CommandError.usage("A file can't be read", file + ": " + UserFiles.reason(unreadable) + '.', null);
        }
        if (!backups.isOne(content)) {
            throw CommandError.usage(
                    "Not a backup",
                    file + " is no backup of Freehold's, or its end is lost. Nothing was written.",
                    null);
        }
        var target = invocation.globals().target().word();
        backups.target(content).filter(of -> !of.equals(target)).ifPresent(of -> {
            throw CommandError.usage(
                    "A backup of another target",
                    file + " holds the secrets of the target " + of + ", and this is " + target
                            + ". Nothing was written.",
                    NextCommand.restoreSecretsOn(of, file.toString()));
        });
        return content;
    }

    private static Opened opened(Path file, SecretBackups backups, byte[] content, Secret passphrase) {
        try {
            return backups.open(content, passphrase);
        } catch (Undecryptable closed) {
            throw new CommandError(
                    ExitCode.FAILED,
                    "A backup can't be opened",
                    List.of(file + ": " + closed.getMessage() + ". Nothing was written."),
                    null);
        }
    }

    private static Restored restored(Opened backup, Invocation invocation) {
        var conflicts = backup.conflicts();
        if (conflicts.isEmpty()) {
            return backup.add();
        }
        if (invocation.has("--replace")) {
            return backup.replace();
        }
        var shown = String.join(", ", conflicts.subList(0, Math.min(MOST_NAMES, conflicts.size())));
        throw CommandError.usage(
                "Secrets are there already",
                conflicts.size() + (conflicts.size() == 1 ? " file is" : " files are")
                        + " there and not as in the backup: " + shown
                        + (conflicts.size() > MOST_NAMES ? ", ..." : "")
                        + ". Nothing was written. With --replace the backup takes the place of everything that is"
                        + " there, which is moved aside.",
                null);
    }
}
