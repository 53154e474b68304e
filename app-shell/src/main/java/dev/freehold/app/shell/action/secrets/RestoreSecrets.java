package dev.freehold.app.shell.action.secrets;

import dev.freehold.adapters.local.secret.OpenedBackup;
import dev.freehold.adapters.local.secret.VaultRestore;
import dev.freehold.adapters.local.secret.VaultRestore.Restored;
import dev.freehold.app.shell.action.Display;
import dev.freehold.app.shell.action.SecretInput;
import dev.freehold.app.shell.action.UserFiles;
import dev.freehold.app.shell.action.WriteRight;
import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Problem;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.json.SecretsJson;
import dev.freehold.app.shell.wiring.TargetSecrets;
import dev.freehold.domain.secret.Secret;
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
        var content = content(file, invocation);
        var passphrases = SecretInput.passphrases(invocation, stage);
        var backup = opened(file, content, passphrases.of(file));
        var restore = new VaultRestore(
                TargetSecrets.of(invocation.globals(), passphrases).folder(), backup);
        var restored = new ArrayList<Restored>();
        WriteRight.during(invocation, stage, () -> restored.add(restored(restore, invocation)));
        var result = restored.getFirst();
        Display.show(invocation, stage, json -> SecretsJson.restored(json, file, backup.size(), result), page -> {
            page.prose(
                    result.restored() == 0
                            ? "All " + backup.size() + " files of " + file + " are there already."
                            : "Restored " + result.restored() + " of " + backup.size() + " files from " + file
                                    + ". 'freehold secrets doctor' says whether everything can be read.");
            if (result.aside() != null) {
                page.prose(
                        "What was there before is in " + result.aside() + ". Remove it once nothing of it is needed.");
            }
        });
        return ExitCode.DONE;
    }

    private static byte[] content(Path file, Invocation invocation) {
        byte[] content;
        try (var in = Files.newInputStream(file)) {
            content = in.readNBytes(LARGEST);
        } catch (IOException unreadable) {
            throw Problem.usage("A file can't be read", file + ": " + UserFiles.reason(unreadable) + '.', null);
        }
        if (!OpenedBackup.isOne(content)) {
            throw Problem.usage(
                    "Not a backup",
                    file + " is no backup of Freehold's, or its end is lost. Nothing was written.",
                    null);
        }
        var target = invocation.globals().target().word();
        OpenedBackup.target(content).filter(of -> !of.equals(target)).ifPresent(of -> {
            throw Problem.usage(
                    "A backup of another target",
                    file + " holds the secrets of the target " + of + ", and this is " + target
                            + ". Nothing was written.",
                    "freehold --target " + of + " secrets restore " + file);
        });
        return content;
    }

    private static OpenedBackup opened(Path file, byte[] content, Secret passphrase) {
        try {
            return OpenedBackup.of(content, passphrase);
        } catch (Undecryptable closed) {
            throw new Problem(
                    ExitCode.FAILED,
                    "A backup can't be opened",
                    List.of(file + ": " + closed.getMessage() + ". Nothing was written."),
                    null);
        }
    }

    private static Restored restored(VaultRestore restore, Invocation invocation) {
        var conflicts = restore.conflicts();
        if (conflicts.isEmpty()) {
            return restore.add();
        }
        if (invocation.has("--replace")) {
            return restore.replace();
        }
        var shown = String.join(", ", conflicts.subList(0, Math.min(MOST_NAMES, conflicts.size())));
        throw Problem.usage(
                "Secrets are there already",
                conflicts.size() + (conflicts.size() == 1 ? " file is" : " files are")
                        + " there and not as in the backup: " + shown
                        + (conflicts.size() > MOST_NAMES ? ", ..." : "")
                        + ". Nothing was written. With --replace the backup takes the place of everything that is"
                        + " there, which is moved aside.",
                null);
    }
}
