package dev.freehold.app.shell.action.secrets;

import dev.freehold.app.shell.action.Display;
import dev.freehold.app.shell.action.KnownSecrets;
import dev.freehold.app.shell.action.SecretInput;
import dev.freehold.app.shell.action.WriteRight;
import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Nearest;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.json.SecretsJson;
import dev.freehold.app.shell.screen.Table;
import dev.freehold.app.shell.text.DurationText;
import dev.freehold.app.shell.wiring.TargetSecrets;
import dev.freehold.domain.hint.NextCommand;
import dev.freehold.domain.secret.Secret;
import dev.freehold.domain.secret.SecretName;
import dev.freehold.ports.secret.SecretVault.Entry;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/// `secrets list`, `set`, `rotate` and `protect`: the vault.
final class VaultActions {
    /// 256 bits, more than anybody tries.
    private static final int DRAWN_BYTES = 32;

    static final String FORCE = "--force";

    private VaultActions() {}

    static ExitCode list(Invocation invocation, Stage stage) {
        list(secrets(invocation, stage), invocation, stage);
        return ExitCode.DONE;
    }

    static ExitCode set(Invocation invocation, Stage stage) {
        set(secrets(invocation, stage), name(invocation), invocation, stage);
        return ExitCode.DONE;
    }

    static ExitCode rotate(Invocation invocation, Stage stage) {
        rotate(secrets(invocation, stage), name(invocation), invocation, stage);
        return ExitCode.DONE;
    }

    static ExitCode protect(Invocation invocation, Stage stage) {
        protect(secrets(invocation, stage), invocation, stage);
        return ExitCode.DONE;
    }

    private static TargetSecrets secrets(Invocation invocation, Stage stage) {
        return TargetSecrets.of(
                invocation.globals(), SecretInput.passphrases(invocation, stage), words -> Display.note(stage, words));
    }

    private static void list(TargetSecrets secrets, Invocation invocation, Stage stage) {
        var entries = secrets.vault().list();
        var now = secrets.timeline().now();
        Display.show(invocation, stage, json -> SecretsJson.list(json, secrets, entries), page -> {
            if (entries.isEmpty()) {
                page.line("No secrets are kept for the target "
                        + invocation.globals().target().word() + ".");
                return;
            }
            var table = new Table("NAME", "SET", "AGE");
            for (var entry : entries) {
                table.row(
                        entry.name().text(),
                        entry.setAt().toString(),
                        DurationText.age(Duration.between(entry.setAt(), now)));
            }
            page.table(table);
        });
    }

    private static void set(TargetSecrets secrets, SecretName name, Invocation invocation, Stage stage) {
        boolean there = entries(secrets).contains(name.text());
        if (!there && !invocation.has(FORCE)) {
            refuseMistyped(name, stage);
        }
        var value = checked(name, SecretInput.value(invocation, stage, name.text()), invocation);
        keep(secrets, name, value, there, invocation, stage);
    }

    private static void rotate(TargetSecrets secrets, SecretName name, Invocation invocation, Stage stage) {
        var names = entries(secrets);
        if (!names.contains(name.text())) {
            var nearest = Nearest.to(name.text(), names);
            throw new CommandError(
                    ExitCode.FAILED,
                    "No such secret",
                    List.of("There is no secret '" + name + "' to replace"
                            + (nearest == null ? "." : "; did you mean " + nearest + "?")),
                    NextCommand.setSecret(name.text()));
        }
        var given =
                invocation.has("--generate") ? drawn(invocation) : SecretInput.value(invocation, stage, name.text());
        var value = checked(name, given, invocation);
        keep(secrets, name, value, true, invocation, stage);
    }

    /// Names of one's own are for apps of one's own; one that is nearly Freehold's is a slip.
    private static void refuseMistyped(SecretName name, Stage stage) {
        var known = new KnownSecrets(TargetSecrets.everyNeeded());
        if (known.named(name.text()).isPresent()) {
            return;
        }
        var nearest = known.nearest(name.text());
        if (nearest != null) {
            throw CommandError.usage(
                    "No such secret",
                    "Freehold reads no secret called " + name + "; did you mean " + nearest
                            + "? Nothing was written. With " + FORCE + " it is kept under the name that you gave.",
                    NextCommand.setSecret(nearest));
        }
        Display.note(
                stage,
                "Freehold itself reads no secret called " + name + "; those that it reads are "
                        + String.join(", ", known.names()) + '.');
    }

    private static Secret checked(SecretName name, Secret value, Invocation invocation) {
        var known = new KnownSecrets(TargetSecrets.everyNeeded()).named(name.text());
        return known.isEmpty() || invocation.has(FORCE)
                ? value
                : KnownSecrets.checked(known.get(), value, name.text(), invocation.again(FORCE));
    }

    private static Secret drawn(Invocation invocation) {
        if (invocation.has("--from") || invocation.has("--from-env")) {
            throw CommandError.usage("Two sources", "Take --generate, or a source for the value, not both.", null);
        }
        var bytes = new byte[DRAWN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private static List<String> entries(TargetSecrets secrets) {
        return secrets.vault().list().stream().map(entry -> entry.name().text()).toList();
    }

    private static void keep(
            TargetSecrets secrets,
            SecretName name,
            Secret value,
            boolean replaced,
            Invocation invocation,
            Stage stage) {
        WriteRight.during(invocation, stage, () -> secrets.vault().write(name, value));
        var entry = secrets.vault().list().stream()
                .filter(kept -> kept.name().equals(name))
                .findFirst()
                .orElseGet(() -> new Entry(name, secrets.timeline().now()));
        Display.show(
                invocation,
                stage,
                json -> SecretsJson.kept(json, secrets, entry, replaced),
                page -> page.prose(
                        replaced
                                ? "Replaced the secret " + name + ". What uses it has to be deployed again."
                                : "Kept the secret " + name + " in "
                                        + secrets.vault().file(name) + '.'));
    }

    private static void protect(TargetSecrets secrets, Invocation invocation, Stage stage) {
        secrets.identity().recipient();
        secrets.identity().open();
        var passphrase = SecretInput.newPassphrase(invocation, stage, "--new-passphrase-file");
        WriteRight.during(invocation, stage, () -> secrets.identity().protect(passphrase));
        Display.show(
                invocation,
                stage,
                json -> SecretsJson.identity(json, secrets),
                page -> page.prose(
                        "The identity in " + secrets.identity().file() + " is behind a passphrase now. Nobody can"
                                + " read the vault without it: write it down, and make a backup."));
    }

    private static SecretName name(Invocation invocation) {
        var text = Objects.requireNonNull(invocation.operand(0));
        if (SecretName.isWellFormed(text)) {
            return new SecretName(text);
        }
        int equals = text.indexOf('=');
        if (equals >= 0) {
            var name = text.substring(0, equals);
            throw KnownSecrets.onTheCommandLine(
                    "Here stands a name, and not the value",
                    SecretName.isWellFormed(name) ? new SecretName(name) : null,
                    "Give the name alone, and the value is asked for without showing it; or write it into a file that"
                            + " you alone can read; --from /dev/stdin is standard input:",
                    NextCommand.setSecret(SecretName.isWellFormed(name) ? name : "NAME"));
        }
        // It may be a value that was pasted, and is not shown again.
        throw CommandError.usage("Bad name", "That is " + SecretName.RULE + '.', null);
    }
}
