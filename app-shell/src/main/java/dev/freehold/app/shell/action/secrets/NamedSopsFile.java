package dev.freehold.app.shell.action.secrets;

import dev.freehold.adapters.local.age.Identity;
import dev.freehold.adapters.local.age.IdentityFile;
import dev.freehold.adapters.local.sops.CreationRule;
import dev.freehold.adapters.local.sops.CreationRules;
import dev.freehold.adapters.local.sops.RefusedDocument;
import dev.freehold.adapters.local.sops.SopsFile;
import dev.freehold.adapters.local.sops.SopsFormat;
import dev.freehold.app.shell.action.SecretInput;
import dev.freehold.app.shell.action.UserFiles;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Problem;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.wiring.TargetSecrets;
import dev.freehold.ports.secret.Undecryptable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The SOPS file that a command names, with who can decrypt it.
///
/// @param file absolute
public record NamedSopsFile(Path file, SopsFormat format, TargetSecrets secrets, Invocation invocation) {

    static NamedSopsFile of(Invocation invocation, Stage stage) {
        var file = Path.of(Objects.requireNonNull(invocation.operand(0))).toAbsolutePath();
        try {
            var secrets = TargetSecrets.of(invocation.globals(), SecretInput.passphrases(invocation, stage));
            return new NamedSopsFile(file, SopsFormat.of(file), secrets, invocation);
        } catch (RefusedDocument refused) {
            throw refused(file, refused);
        }
    }

    static Problem refused(Path file, RefusedDocument why) {
        return Problem.usage("A file can't be taken", file + ": " + why.getMessage() + '.', null);
    }

    byte[] content() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw Problem.usage("A file can't be read", file + ": " + UserFiles.reason(unreadable) + '.', null);
        }
    }

    SopsFile read() {
        return SopsFile.read(content(), format);
    }

    CreationRule rule() {
        var rules = CreationRules.above(file)
                .orElseThrow(() -> Problem.usage(
                        "No rule",
                        "There is no " + CreationRules.FILE_NAME + " in the folder of " + file
                                + " or above it, to say for whom it is encrypted. Write one with creation_rules.",
                        null));
        return rules.of(file)
                .orElseThrow(() -> Problem.usage(
                        "No rule", "None of the creation_rules of " + rules.file() + " fits " + file + '.', null));
    }

    /// Who may be able to decrypt `sops`: what was named, the platform's identities, and the home's own if the
    /// file is meant for it.
    List<Identity> identities(SopsFile sops) {
        var identities = new ArrayList<Identity>();
        var named = invocation.value("--identity");
        if (named != null) {
            identities.addAll(read(Path.of(named), true));
        }
        var variable = System.getenv("SOPS_AGE_KEY_FILE");
        if (variable != null && !variable.isEmpty()) {
            identities.addAll(read(Path.of(variable), false));
        }
        var folder = secrets.folder().secrets().resolve("age");
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                files.sorted().forEach(each -> identities.addAll(read(each, false)));
            } catch (IOException unreadable) {
                throw Problem.usage("A folder can't be read", folder + ": " + UserFiles.reason(unreadable) + '.', null);
            }
        }
        var own = secrets.identity();
        if (Files.exists(own.file()) && sops.recipients().contains(own.recipient())) {
            identities.addAll(own.identities());
        }
        return identities;
    }

    /// @param wanted whether it is a mistake if it can't be read
    private List<Identity> read(Path identities, boolean wanted) {
        try {
            var content = Files.readAllBytes(identities);
            return IdentityFile.isProtected(content)
                    ? IdentityFile.read(content, secrets.passphrases().of(identities))
                    : IdentityFile.read(content);
        } catch (IOException unreadable) {
            if (wanted) {
                throw Problem.usage(
                        "A file can't be read", identities + ": " + UserFiles.reason(unreadable) + '.', null);
            }
        } catch (Undecryptable none) {
            if (wanted) {
                throw Problem.usage("No identity", identities + ": " + none.getMessage() + '.', null);
            }
        }
        return List.of();
    }

    /// Replaces a file as a whole, with the rights that it had.
    ///
    /// @param ownerOnly whether a new one is its owner's alone
    static void write(Path file, byte[] content, boolean ownerOnly) {
        var aside = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + ".new");
        try {
            if (ownerOnly) {
                Files.createFile(
                        aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (var channel = java.nio.channels.FileChannel.open(
                    aside, new OpenOption[] {StandardOpenOption.CREATE, StandardOpenOption.WRITE})) {
                if (Files.exists(file)) {
                    Files.setPosixFilePermissions(aside, Files.getPosixFilePermissions(file));
                }
                channel.write(java.nio.ByteBuffer.wrap(content));
                channel.force(true);
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new Problem(
                    ExitCode.FAILED,
                    "A file can't be written",
                    List.of(file + ": " + UserFiles.reason(failure) + '.'),
                    null);
        } finally {
            try {
                Files.deleteIfExists(aside);
            } catch (IOException left) {
                // It holds nothing plain, and the next write of it takes it over.
            }
        }
    }
}
