package dev.freehold.app.shell.action;

import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.wiring.SpecSource;
import dev.freehold.domain.secret.Secret;
import dev.freehold.ports.secret.Passphrases;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where secrets come from that a command is given: a file, a variable, or a person; never a word of the command
/// line.
public final class SecretInput {
    /// A passphrase in a variable, for scripts.
    private static final String PASSPHRASE = "FREEHOLD_PASSPHRASE";

    /// No secret is longer: certificates with their chains are a few kilobytes.
    private static final int MOST_BYTES = 1024 * 1024;

    private SecretInput() {}

    /// The value for `secrets set` and `secrets rotate`.
    public static Secret value(Invocation invocation, Stage stage, String name) {
        var file = invocation.value("--from");
        var variable = invocation.value("--from-env");
        if (file != null && variable != null) {
            throw CommandError.usage("Two sources", "Take --from or --from-env, not both.", null);
        }
        if (file != null) {
            return ofFile(Path.of(file));
        }
        if (variable != null) {
            var value = System.getenv(variable);
            if (value == null || value.isEmpty()) {
                throw CommandError.usage(
                        "Something is missing", "The variable " + variable + " is not set, or empty.", null);
            }
            return Secret.of(value);
        }
        return typed(
                stage,
                "Value of " + name + ": ",
                "What is the value of '" + name + "'? There is no terminal to ask at; name a file that holds it with"
                        + " --from, or a variable with --from-env.");
    }

    /// The passphrases of files that exist.
    public static Passphrases passphrases(Invocation invocation, Stage stage) {
        return file -> {
            var known = knownPassphrase(invocation, "--passphrase-file");
            return known != null
                    ? known
                    : typed(
                            stage,
                            "Passphrase of " + SpecSource.shortened(file) + ": ",
                            "What is the passphrase of " + file + "? There is no terminal to ask at; name a file that"
                                    + " holds it with --passphrase-file, or set " + PASSPHRASE + '.');
        };
    }

    /// A passphrase for what is yet to be written; typed twice.
    public static Secret newPassphrase(Invocation invocation, Stage stage, String option) {
        var known = knownPassphrase(invocation, option);
        if (known != null) {
            return known;
        }
        var first = typed(
                stage,
                "New passphrase: ",
                "Behind which passphrase? There is no terminal to ask at; name a file that holds it with " + option
                        + (option.equals("--passphrase-file") ? ", or set " + PASSPHRASE : "") + '.');
        var second = typed(stage, "Once more: ", "");
        if (!first.equals(second)) {
            throw CommandError.usage("Two passphrases", "They differ. Nothing was written.", null);
        }
        return first;
    }

    private static @Nullable Secret knownPassphrase(Invocation invocation, String option) {
        var file = invocation.value(option);
        if (file != null) {
            return ofFile(Path.of(file));
        }
        var variable = option.equals("--passphrase-file") ? System.getenv(PASSPHRASE) : null;
        return variable == null || variable.isEmpty() ? null : Secret.of(variable);
    }

    private static Secret typed(Stage stage, String question, String missing) {
        var screen = stage.screen();
        if (!screen.tty().in()) {
            throw CommandError.usage("Something is missing", missing, null);
        }
        screen.flush();
        var answer = screen.answers().askHidden(question);
        if (answer == null) {
            throw new CommandError(ExitCode.INTERRUPTED, "Broken off", List.of("Nothing was written."), null);
        }
        if (answer.isEmpty()) {
            throw CommandError.usage("Something is missing", "Nothing was typed, and nothing was written.", null);
        }
        return Secret.of(answer);
    }

    public static Secret ofFile(Path file) {
        byte[] bytes;
        try (InputStream content = Files.newInputStream(file)) {
            bytes = content.readNBytes(MOST_BYTES + 1);
        } catch (IOException unreadable) {
            throw CommandError.usage("A file can't be read", file + ": " + UserFiles.reason(unreadable) + '.', null);
        }
        if (bytes.length > MOST_BYTES) {
            throw CommandError.usage(
                    "A file is too large", file + " has more than 1 MiB, the most a secret can have.", null);
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            var value = text.endsWith("\r\n")
                    ? text.substring(0, text.length() - 2)
                    : text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
            if (value.isEmpty()) {
                throw CommandError.usage("Something is missing", file + " is empty.", null);
            }
            return Secret.of(value);
        } catch (CharacterCodingException binary) {
            throw CommandError.usage("A file is no text", file + " is not UTF-8 text. Keep it as Base64.", null);
        }
    }
}
