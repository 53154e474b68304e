package dev.freehold.app.shell.action.secrets;

import dev.freehold.app.shell.action.Display;
import dev.freehold.app.shell.action.SecretInput;
import dev.freehold.app.shell.action.UserFiles;
import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.wiring.TargetSecrets;
import dev.freehold.ports.document.DocumentEncryption;
import dev.freehold.ports.document.RefusedDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The SOPS file that a command names, with who can decrypt it.
///
/// @param file absolute
public record NamedSopsFile(
        Path file, DocumentEncryption.Place place, TargetSecrets secrets, Invocation invocation, Stage stage) {

    static NamedSopsFile of(Invocation invocation, Stage stage) {
        var file = Path.of(Objects.requireNonNull(invocation.operand(0))).toAbsolutePath();
        try {
            var secrets = TargetSecrets.of(invocation.globals(), SecretInput.passphrases(invocation, stage));
            return new NamedSopsFile(file, secrets.documents().of(file), secrets, invocation, stage);
        } catch (RefusedDocument refused) {
            throw refused(file, refused);
        }
    }

    static CommandError refused(Path file, RefusedDocument why) {
        return CommandError.usage("A file can't be taken", file + ": " + why.getMessage() + '.', null);
    }

    byte[] content() {
        try (var in = Files.newInputStream(file)) {
            var content = in.readNBytes(DocumentEncryption.MOST_BYTES + 1);
            if (content.length > DocumentEncryption.MOST_BYTES) {
                throw CommandError.usage(
                        "A file is too large",
                        file + " has more than " + DocumentEncryption.MOST_BYTES / 1024 / 1024
                                + " MiB, the most that is read.",
                        null);
            }
            return content;
        } catch (IOException unreadable) {
            throw CommandError.usage("A file can't be read", file + ": " + UserFiles.reason(unreadable) + '.', null);
        }
    }

    DocumentEncryption.Closed read() {
        return place.read(content());
    }

    DocumentEncryption.Rule rule() {
        return switch (place.rule()) {
            case DocumentEncryption.Rule rule -> rule;
            case DocumentEncryption.NoRules(var name, var last, var overlooked) ->
                throw CommandError.usage(
                        "No rule",
                        "There is no " + name + " in the folder of " + file + ", or above it up to " + last
                                + ", to say for whom it is encrypted. Write one with creation_rules."
                                + overlooked
                                        .map(other ->
                                                " " + other + " is overlooked, as sops does; call it " + name + '.')
                                        .orElse(""),
                        null);
            case DocumentEncryption.NoneFits(var rules) ->
                throw CommandError.usage(
                        "No rule", "None of the creation_rules of " + rules + " fits " + file + '.', null);
        };
    }

    /// Opens what was read, with the identities that were named as well as those at hand.
    DocumentEncryption.Opened open(DocumentEncryption.Closed closed) {
        var named = Optional.ofNullable(invocation.value("--identity"));
        var usual = Optional.ofNullable(System.getenv("SOPS_AGE_KEY_FILE")).filter(name -> !name.isEmpty());
        return switch (closed.open(
                named.stream().map(Path::of).toList(),
                usual.stream().map(Path::of).toList())) {
            case DocumentEncryption.Opened opened -> {
                remark(opened.remarks());
                yield opened;
            }
            case DocumentEncryption.UnreadableIdentity(var identities, var why) ->
                throw CommandError.usage(
                        Files.isDirectory(identities) ? "A folder can't be read" : "A file can't be read",
                        identities + ": " + UserFiles.reason(why) + '.',
                        null);
            case DocumentEncryption.NoIdentity(var identities, var why) ->
                throw CommandError.usage("No identity", identities + ": " + why.getMessage() + '.', null);
        };
    }

    /// To standard error, for what goes to standard output is a document.
    void remark(List<String> remarks) {
        remarks.forEach(words -> Display.note(stage, words + '.'));
    }

    /// The same of the file itself.
    void remarkOnIt(List<String> remarks) {
        remark(remarks.stream().map(words -> file + ": " + words).toList());
    }

    /// Replaces a file as a whole. One that is there keeps its rights; a new one is its owner's alone.
    static void write(TargetSecrets secrets, Path file, byte[] content) {
        try {
            secrets.files().write(file, content);
        } catch (IOException failure) {
            throw new CommandError(
                    ExitCode.FAILED,
                    "A file can't be written",
                    List.of(file + ": " + UserFiles.reason(failure) + '.'),
                    null);
        }
    }
}
