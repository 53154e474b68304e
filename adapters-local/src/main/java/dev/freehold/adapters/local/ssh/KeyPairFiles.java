package dev.freehold.adapters.local.ssh;

import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.ports.file.FileReplacement;
import dev.freehold.ports.file.PrivateFile;
import dev.freehold.ports.host.ChosenKey;
import dev.freehold.ports.host.SshPublicKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/// The two files of one key pair. The private one says everything; the public one is written after it and
/// removed before it, so that a public file alone is never ours.
final class KeyPairFiles {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final TargetFolder target;
    private final String name;

    KeyPairFiles(TargetFolder target, String name) {
        this.target = target;
        this.name = name;
    }

    private Path folder() {
        return target.secrets().resolve("ssh");
    }

    Path privateFile() {
        return folder().resolve(name);
    }

    Path publicFile() {
        return folder().resolve(name + ".pub");
    }

    /// Is the public half there without its private one? Then it is not ours.
    boolean isPublicAlone() {
        return Files.exists(publicFile()) && !Files.exists(privateFile());
    }

    /// The key in the private file; empty if there is no such file.
    Optional<OpenSshKey> key() throws IOException, UnreadableKey {
        if (!Files.exists(privateFile())) {
            return Optional.empty();
        }
        return Optional.of(OpenSshKey.read(Files.readAllBytes(privateFile())));
    }

    /// Is all in place around the private file: the public line, and a mode that `ssh` accepts?
    boolean areWhole(OpenSshKey key) throws IOException {
        return Files.exists(publicFile())
                && Files.readString(publicFile()).strip().equals(key.publicLine())
                && (!PrivateFile.knowsModes(privateFile())
                        || OWNER_ONLY.containsAll(Files.getPosixFilePermissions(privateFile())));
    }

    void write(OpenSshKey key) throws IOException {
        target.prepare(folder());
        FileReplacement.write(folder(), name, key.privateFile(), target.disk());
        complete(key);
    }

    /// Puts in place what belongs around the private file.
    void complete(OpenSshKey key) throws IOException {
        if (PrivateFile.knowsModes(privateFile())) {
            Files.setPosixFilePermissions(privateFile(), OWNER_ONLY);
        }
        writeLine(key.publicLine());
    }

    /// The public half alone, of a key that lies elsewhere.
    void writePublic(SshPublicKey key) throws IOException {
        target.prepare(folder());
        writeLine(key.line());
    }

    /// Is the public half there, and the private one where it was?
    boolean says(ChosenKey own) throws IOException {
        var file = own.file();
        return Files.exists(publicFile())
                && Files.readString(publicFile()).strip().equals(own.key().line())
                && (file == null || Files.exists(file));
    }

    private void writeLine(String publicLine) throws IOException {
        var line = publicLine + '\n';
        FileReplacement.write(folder(), name + ".pub", line.getBytes(StandardCharsets.UTF_8), target.disk());
    }

    void delete() throws IOException {
        Files.deleteIfExists(publicFile());
        Files.deleteIfExists(privateFile());
        Files.deleteIfExists(folder().resolve(name + ".new"));
        Files.deleteIfExists(folder().resolve(name + ".pub.new"));
    }
}
