package dev.freehold.app.shell.action.secrets;

import dev.freehold.app.shell.action.Display;
import dev.freehold.app.shell.action.UserFiles;
import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.json.SecretsJson;
import dev.freehold.app.shell.screen.Approvals;
import dev.freehold.ports.document.DocumentEncryption;
import dev.freehold.ports.document.RefusedDocument;
import dev.freehold.ports.person.Questions.Approval;
import dev.freehold.ports.program.Programs;
import dev.freehold.ports.program.Purpose;
import dev.freehold.ports.secret.PrivateFiles;
import dev.freehold.ports.secret.Undecryptable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `secrets edit`: a SOPS file, decrypted in an editor and encrypted again.
final class EditSopsFile implements CommandAction {
    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        var editor = editor(invocation, stage);
        var files = NamedSopsFile.of(invocation, stage);
        try {
            boolean changed = edit(files, files.open(files.read()), editor, stage);
            Display.show(
                    invocation,
                    stage,
                    json -> SecretsJson.edited(json, files.file(), changed),
                    page -> page.line(
                            changed ? "Wrote " + files.file() + '.' : "Nothing was changed in " + files.file() + '.'));
            return ExitCode.DONE;
        } catch (RefusedDocument refused) {
            throw NamedSopsFile.refused(files.file(), refused);
        } catch (Undecryptable unreadable) {
            throw RewriteSopsFile.unreadable(files, unreadable);
        }
    }

    private static String editor(Invocation invocation, Stage stage) {
        var named = invocation.value("--editor");
        if (named != null) {
            return named;
        }
        if (!stage.screen().tty().in()) {
            throw CommandError.usage(
                    "Something is missing",
                    "With which editor? There is no terminal for one; name a command that edits a file with --editor.",
                    null);
        }
        for (var variable : List.of("VISUAL", "EDITOR")) {
            var command = System.getenv(variable);
            if (command != null && !command.isBlank()) {
                return command;
            }
        }
        return "vi";
    }

    /// The plain text lies in the home's folder for secrets for as long as it is edited, for its owner alone.
    private static boolean edit(NamedSopsFile files, DocumentEncryption.Opened sops, String editor, Stage stage) {
        PrivateFiles.Lent lent = null;
        try {
            lent = files.secrets().files().lend(String.valueOf(files.file().getFileName()), sops.plain());
            while (true) {
                open(editor, lent.file());
                var edited = Files.readAllBytes(lent.file());
                if (Arrays.equals(edited, sops.plain())) {
                    return false;
                }
                try {
                    var now = files.secrets().timeline().now();
                    var encrypted = sops.edited(edited, now);
                    NamedSopsFile.write(files.secrets(), files.file(), encrypted.content());
                    files.remarkOnIt(encrypted.remarks());
                    return true;
                } catch (RefusedDocument refused) {
                    again(stage, refused);
                }
            }
        } catch (IOException failure) {
            throw new CommandError(
                    ExitCode.FAILED,
                    "The file can't be edited",
                    List.of(files.file() + " was left as it is: " + UserFiles.reason(failure) + '.'),
                    null);
        } finally {
            takeBack(lent);
        }
    }

    private static void open(String editor, Path file) throws IOException {
        try {
            // Through a shell, because EDITOR may carry arguments; the file is one of its own.
            int code = Programs.of(Purpose.EDITOR, List.of("sh", "-c", editor + " \"$1\"", "sh", file.toString()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IOException("the editor ended with " + code);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("the editor was left alone", stopped);
        }
    }

    private static void again(Stage stage, RefusedDocument refused) {
        var question = "It can't be encrypted: " + refused.getMessage() + ".\nEdit it again?";
        if (new Approvals(stage.screen(), () -> {}).approve(question) != Approval.GIVEN) {
            throw refused;
        }
    }

    private static void takeBack(PrivateFiles.@Nullable Lent lent) {
        if (lent != null) {
            try {
                lent.close();
            } catch (IOException left) {
                throw new CommandError(
                        ExitCode.FAILED,
                        "A plain file was left behind",
                        List.of(lent.file() + " can't be removed: " + UserFiles.reason(left) + ". Remove it."),
                        null);
            }
        }
    }
}
