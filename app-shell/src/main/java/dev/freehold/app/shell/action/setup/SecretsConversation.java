package dev.freehold.app.shell.action.setup;

import dev.freehold.app.shell.action.KnownSecrets;
import dev.freehold.app.shell.action.SecretInput;
import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.screen.Screen;
import dev.freehold.domain.hint.NextCommand;
import dev.freehold.domain.secret.Secret;
import dev.freehold.domain.secret.SecretName;
import dev.freehold.ports.secret.NeededSecret;
import dev.freehold.ports.secret.SecretVault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The secrets that setup needs: from files and variables that were named, from the vault, and from whoever sits at
/// the terminal, in that order. Each is kept in the vault as soon as it is known, so that a conversation that is
/// broken off goes on where it ended.
final class SecretsConversation {
    static final String FLAG = "--secret";

    private final Invocation invocation;
    private final Function<String, @Nullable String> environment;
    private final SecretVault vault;
    private final Screen screen;

    /// @param environment the value of a variable; absent where it is not set
    /// @param vault keeps what is answered
    SecretsConversation(
            Invocation invocation, Function<String, @Nullable String> environment, SecretVault vault, Screen screen) {
        this.invocation = invocation;
        this.environment = environment;
        this.vault = vault;
        this.screen = screen;
    }

    /// `FREEHOLD_SECRET_GRAFANA_CLOUD_TOKEN` for `grafana-cloud.token`.
    static String variable(SecretName name) {
        return "FREEHOLD_SECRET_" + name.text().toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    /// Puts into the vault what was given, and, where all are required, what is answered.
    ///
    /// @param known those that can be given
    /// @param required those that have to be in the vault afterwards
    /// @throws CommandError if one is missing and nobody is there to ask, if one is none, or if it was broken
    /// off
    void keep(List<NeededSecret> known, List<NeededSecret> required) {
        var given = given(known);
        var kept = vault.list().stream().map(SecretVault.Entry::name).toList();
        var missing = required.stream()
                .filter(one -> !given.containsKey(one.name()) && !kept.contains(one.name()))
                .toList();
        if (!missing.isEmpty() && !screen.tty().in()) {
            throw nobodyToAsk(missing);
        }
        given.forEach(vault::write);
        for (var secret : missing) {
            vault.write(secret.name(), asked(secret));
        }
    }

    private Map<SecretName, Secret> given(List<NeededSecret> known) {
        var given = new LinkedHashMap<SecretName, Secret>();
        for (var secret : known) {
            var value = environment.apply(variable(secret.name()));
            if (value != null && !value.isEmpty()) {
                given.put(secret.name(), KnownSecrets.checked(secret, Secret.of(value), variable(secret.name()), null));
            }
        }
        var named = new ArrayList<SecretName>();
        for (var word : invocation.values(FLAG)) {
            int equals = word.indexOf('=');
            var secret = known(known, word.substring(0, Math.max(0, equals)));
            var file = word.substring(equals + 1);
            if (named.contains(secret.name())) {
                throw CommandError.usage("A secret twice", FLAG + " names " + secret.name() + " twice.", null);
            }
            named.add(secret.name());
            if (file.length() < 2 || !file.startsWith("@")) {
                throw onTheCommandLine(secret.name());
            }
            given.put(
                    secret.name(),
                    KnownSecrets.checked(
                            secret, SecretInput.ofFile(Path.of(file.substring(1))), FLAG + ' ' + word, null));
        }
        return given;
    }

    private static NeededSecret known(List<NeededSecret> known, String name) {
        var secrets = new KnownSecrets(known);
        var found = secrets.named(name);
        if (found.isPresent()) {
            return found.get();
        }
        // A word without '=' may be a value that was pasted: only what can be a name is shown again.
        var shown = SecretName.isWellFormed(name) ? "called " + name : "of that name";
        var names = secrets.names();
        var nearest = secrets.nearest(name);
        throw CommandError.usage(
                "No such secret",
                "Setup needs no secret " + shown
                        + (nearest != null
                                ? "; did you mean " + nearest + "?"
                                : names.isEmpty() ? "." : "; it needs " + String.join(", ", names) + ".")
                        + " Nothing was written.",
                null);
    }

    private static CommandError onTheCommandLine(SecretName name) {
        return KnownSecrets.onTheCommandLine(
                FLAG + " takes the name of a file, not the value",
                name,
                "Write it into a file that you alone can read; @/dev/stdin is standard input:",
                NextCommand.setUpWithSecret(name.text()));
    }

    private CommandError nobodyToAsk(List<NeededSecret> missing) {
        var sentences = new ArrayList<String>();
        sentences.add("Setup needs " + missing.size() + (missing.size() == 1 ? " secret" : " secrets")
                + " that the vault does not have, and there is no terminal to ask at. Nothing was written. An app that"
                + " is to wait can be left out of apps in the spec; a repository without its secret would be broken.");
        for (var secret : missing) {
            sentences.add(secret.name() + ": " + secret.words() + ". Say it with " + FLAG + ' ' + secret.name()
                    + "=@FILE, or in " + variable(secret.name()) + '.');
        }
        var flags = missing.stream()
                .flatMap(secret -> Stream.of(FLAG, secret.name() + "=@FILE"))
                .toArray(String[]::new);
        return new CommandError(ExitCode.BAD_USAGE, "Something is missing", sentences, invocation.again(flags));
    }

    private Secret asked(NeededSecret secret) {
        while (true) {
            screen.flush();
            var typed = screen.answers().askHidden(secret.words() + " (" + secret.name() + ", not shown): ");
            if (typed == null) {
                throw new CommandError(
                        ExitCode.INTERRUPTED,
                        "Setup was broken off",
                        List.of("Nothing was made. What you answered is kept in the vault; run setup again to go on"
                                + " from there. An app that is to wait can be left out of apps in the spec."),
                        null);
            }
            var value = typed.strip();
            Optional<String> objection = secret.objection(value);
            if (objection.isEmpty()) {
                return Secret.of(value);
            }
            screen.out().println("  " + objection.get());
        }
    }
}
