package dev.freehold.app.shell.action;

import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Nearest;
import dev.freehold.app.shell.command.Problem;
import dev.freehold.app.shell.json.SecretsJson;
import dev.freehold.app.shell.screen.Table;
import dev.freehold.app.shell.text.Durations;
import dev.freehold.app.shell.wiring.Kept;
import dev.freehold.app.shell.wiring.KeptSecrets;
import dev.freehold.app.shell.wiring.Targets;
import dev.freehold.domain.secret.Secret;
import dev.freehold.domain.secret.SecretName;
import dev.freehold.ports.secret.SecretVault;
import dev.freehold.ports.secret.SecretVault.Entry;
import dev.freehold.ports.state.LayerStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// `secrets list`, `set`, `rotate` and `protect`: the vault.
final class VaultAction implements Action {
    /// 256 bits, more than anybody tries.
    private static final int DRAWN_BYTES = 32;

    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        var secrets = KeptSecrets.of(invocation.globals(), Asking.passphrases(invocation, stage));
        switch (invocation.command().path().getLast()) {
            case "list" -> list(secrets, invocation, stage);
            case "set" -> set(secrets, name(invocation), invocation, stage);
            case "rotate" -> rotate(secrets, name(invocation), invocation, stage);
            default -> protect(secrets, invocation, stage);
        }
        return ExitCode.DONE;
    }

    private static void list(KeptSecrets secrets, Invocation invocation, Stage stage) {
        var entries = secrets.vault().list();
        var now = secrets.timeline().now();
        Showing.show(invocation, stage, json -> SecretsJson.list(json, secrets, entries), page -> {
            if (entries.isEmpty()) {
                page.line("No secrets are kept for the target "
                        + invocation.globals().target().word() + ".");
                return;
            }
            var table = new Table("NAME", "SET", "AGE");
            for (var entry : entries) {
                table.row(entry.name().text(), entry.setAt().toString(), age(Duration.between(entry.setAt(), now)));
            }
            page.table(table);
        });
    }

    /// In the largest whole unit: a secret's age matters in days.
    static String age(Duration age) {
        return age.toDays() > 0 ? age.toDays() + " d" : Durations.words(age.truncatedTo(ChronoUnit.SECONDS));
    }

    private static void set(KeptSecrets secrets, SecretName name, Invocation invocation, Stage stage) {
        boolean there = entries(secrets).contains(name.text());
        keep(secrets, name, Asking.value(invocation, stage, name.text()), there, invocation, stage);
    }

    private static void rotate(KeptSecrets secrets, SecretName name, Invocation invocation, Stage stage) {
        var names = entries(secrets);
        if (!names.contains(name.text())) {
            var nearest = Nearest.to(name.text(), names);
            throw new Problem(
                    ExitCode.FAILED,
                    "No such secret",
                    List.of("There is no secret '" + name + "' to replace"
                            + (nearest == null ? "." : "; did you mean " + nearest + "?")),
                    "freehold secrets set " + name);
        }
        var value = invocation.has("--generate") ? drawn(invocation) : Asking.value(invocation, stage, name.text());
        keep(secrets, name, value, true, invocation, stage);
    }

    private static Secret drawn(Invocation invocation) {
        if (invocation.has("--from") || invocation.has("--from-env")) {
            throw Problem.usage("Two sources", "Take --generate, or a source for the value, not both.", null);
        }
        var bytes = new byte[DRAWN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private static List<String> entries(KeptSecrets secrets) {
        return secrets.vault().list().stream().map(entry -> entry.name().text()).toList();
    }

    private static void keep(
            KeptSecrets secrets, SecretName name, Secret value, boolean replaced, Invocation invocation, Stage stage) {
        alone(invocation, stage, () -> secrets.vault().write(name, value));
        var entry = secrets.vault().list().stream()
                .filter(kept -> kept.name().equals(name))
                .findFirst()
                .orElseGet(() -> new Entry(name, secrets.timeline().now()));
        Showing.show(
                invocation,
                stage,
                json -> SecretsJson.kept(json, secrets, entry, replaced),
                page -> page.prose(
                        replaced
                                ? "Replaced the secret " + name + ". What uses it has to be deployed again."
                                : "Kept the secret " + name + " in "
                                        + secrets.vault().file(name) + '.'));
    }

    private static void protect(KeptSecrets secrets, Invocation invocation, Stage stage) {
        secrets.identity().recipient();
        secrets.identity().open();
        var passphrase = Asking.newPassphrase(invocation, stage, "--new-passphrase-file");
        alone(invocation, stage, () -> secrets.identity().protect(passphrase));
        Showing.show(
                invocation,
                stage,
                json -> SecretsJson.identity(json, secrets),
                page -> page.prose(
                        "The identity in " + secrets.identity().file() + " is behind a passphrase now. Nobody can"
                                + " read the vault without it: write it down, and make a backup."));
    }

    /// The vault, each writing to which has the right to write for as long as it takes.
    static SecretVault alone(KeptSecrets secrets, Invocation invocation, Stage stage) {
        var vault = secrets.vault();
        return new SecretVault() {
            @Override
            public Optional<Secret> read(SecretName name) {
                return vault.read(name);
            }

            @Override
            public void write(SecretName name, Secret value) {
                alone(invocation, stage, () -> vault.write(name, value));
            }

            @Override
            public boolean remove(SecretName name) {
                var removed = new AtomicBoolean();
                alone(invocation, stage, () -> removed.set(vault.remove(name)));
                return removed.get();
            }

            @Override
            public List<Entry> list() {
                return vault.list();
            }
        };
    }

    /// With the right to write, as whatever changes a target has it.
    static void alone(Invocation invocation, Stage stage, Runnable work) {
        try (var kept = Kept.of(invocation.globals())) {
            var layers = Targets.layers(kept, notice -> Showing.note(stage, notice));
            switch (layers.lock(Targets.holder(invocation.words()))) {
                case LayerStore.LockAnswer.Locked(var lease) -> {
                    try {
                        work.run();
                    } finally {
                        History.release(lease);
                    }
                }
                case LayerStore.LockAnswer.HeldBy(var other) -> throw History.somebodyIsAtWork(other);
            }
        }
    }

    private static SecretName name(Invocation invocation) {
        var text = Objects.requireNonNull(invocation.operand(0));
        try {
            return new SecretName(text);
        } catch (IllegalArgumentException malformed) {
            throw Problem.usage("Bad name", malformed.getMessage() + ".", null);
        }
    }
}
