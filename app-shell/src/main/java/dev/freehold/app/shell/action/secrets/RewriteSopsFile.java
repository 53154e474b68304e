package dev.freehold.app.shell.action.secrets;

import dev.freehold.app.shell.action.Display;
import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.json.SecretsJson;
import dev.freehold.ports.document.RefusedDocument;
import dev.freehold.ports.secret.Undecryptable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `secrets encrypt`, `decrypt`, `updatekeys` and `rotate-data-key`: SOPS files.
final class RewriteSopsFile implements CommandAction {
    /// What becomes of the file.
    enum Act {
        ENCRYPT,
        DECRYPT,
        UPDATE_KEYS,
        ROTATE_DATA_KEY
    }

    private final Act act;

    RewriteSopsFile(Act act) {
        this.act = act;
    }

    /// @param recipients who can read it; nobody in particular once it is plain
    /// @param rules the file that says so; absent where none was asked
    private record Result(
            String text, List<String> recipients, @Nullable Path rules) {
        Result(byte[] content, List<String> recipients, @Nullable Path rules) {
            this(new String(content, StandardCharsets.UTF_8), recipients, rules);
        }
    }

    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        var files = NamedSopsFile.of(invocation, stage);
        var result = result(files);
        boolean inPlace = invocation.has("--in-place");
        if (inPlace) {
            NamedSopsFile.write(files.secrets(), files.file(), result.text().getBytes(StandardCharsets.UTF_8));
        }
        var document = inPlace ? null : result.text();
        Display.show(
                invocation,
                stage,
                json -> SecretsJson.document(json, files.file(), result.recipients(), result.rules(), document),
                page -> {
                    if (document == null) {
                        page.line("Wrote " + files.file()
                                + (result.rules() == null ? "." : ", by the rules of " + result.rules() + '.'));
                    } else {
                        if (result.rules() != null) {
                            Display.note(stage, "by the rules of " + result.rules() + '.');
                        }
                        // The document alone, as it is: no line end of ours.
                        page.out().print(document);
                    }
                });
        return ExitCode.DONE;
    }

    private Result result(NamedSopsFile files) {
        try {
            var now = files.secrets().timeline().now();
            return switch (act) {
                case ENCRYPT -> {
                    var content = files.content();
                    var rule = files.rule();
                    var encrypted = rule.encrypt(content, now);
                    files.remark(rule.remarks().stream()
                            .map(words -> rule.file() + ": " + words)
                            .toList());
                    files.remarkOnIt(encrypted.remarks());
                    yield new Result(encrypted.content(), rule.recipients(), rule.file());
                }
                case DECRYPT -> new Result(files.open(files.read()).plain(), List.of(), null);
                case UPDATE_KEYS -> {
                    var sops = files.read();
                    var rule = files.rule();
                    yield new Result(
                            files.open(sops).withRecipients(rule.recipients()), rule.recipients(), rule.file());
                }
                case ROTATE_DATA_KEY -> {
                    var opened = files.open(files.read());
                    var rotated = opened.rotated(now);
                    files.remarkOnIt(rotated.remarks());
                    yield new Result(rotated.content(), opened.recipients(), null);
                }
            };
        } catch (RefusedDocument refused) {
            throw NamedSopsFile.refused(files.file(), refused);
        } catch (Undecryptable unreadable) {
            throw unreadable(files, unreadable);
        }
    }

    static CommandError unreadable(NamedSopsFile files, Undecryptable why) {
        return new CommandError(
                ExitCode.FAILED,
                "A file can't be decrypted",
                List.of(files.file() + ": " + why.getMessage()
                        + (String.valueOf(why.getMessage()).endsWith(".") ? "" : ".") + " It was left as it is."),
                null);
    }
}
