package dev.freehold.app.shell.action.secrets;

import dev.freehold.app.shell.action.Display;
import dev.freehold.app.shell.action.SecretInput;
import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.json.SecretsJson;
import dev.freehold.app.shell.wiring.TargetSecrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// `secrets backup`: everything secret of a target in one file, behind a passphrase.
final class BackUpSecrets implements CommandAction {
    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        var file = Path.of(Objects.requireNonNull(invocation.operand(0))).toAbsolutePath();
        if (Files.exists(file)) {
            throw CommandError.usage(
                    "A file is there already", file + " was not touched. Name another, or take it away first.", null);
        }
        var secrets = TargetSecrets.of(
                invocation.globals(), SecretInput.passphrases(invocation, stage), words -> Display.note(stage, words));
        var backups = secrets.backups();
        var files = backups.files();
        if (files.isEmpty()) {
            throw new CommandError(
                    ExitCode.FAILED,
                    "Nothing to back up",
                    List.of("Nothing is kept for the target "
                            + invocation.globals().target().word() + " yet."),
                    null);
        }
        var passphrase = SecretInput.newPassphrase(invocation, stage, "--passphrase-file");
        NamedSopsFile.write(
                secrets, file, backups.write(passphrase, secrets.timeline().now()));
        Display.show(
                invocation,
                stage,
                json -> SecretsJson.backup(json, file, files.size()),
                page -> page.prose(
                        "Wrote " + files.size() + " files to " + file + ", which says at its beginning how to"
                                + " restore them. Nobody can without the passphrase: keep it elsewhere."));
        return ExitCode.DONE;
    }
}
