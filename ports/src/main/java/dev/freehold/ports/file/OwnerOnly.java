package dev.freehold.ports.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// The mode of what is its owner's alone.
enum OwnerOnly {
    FILE("rw-------"),
    FOLDER("rwx------");

    private final Set<PosixFilePermission> mode;

    OwnerOnly(String mode) {
        this.mode = PosixFilePermissions.fromString(mode);
    }

    /// What makes something new its owner's alone, from its first moment on.
    FileAttribute<?>[] forNew(Path path) {
        return PrivateFile.knowsModes(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)}
                : new FileAttribute<?>[0];
    }

    /// Gives the owner back what a umask took from what was just made. Nothing is asked of a file system that
    /// gives more than was asked for: one without modes refuses to change any.
    void complete(Path made) throws IOException {
        if (PrivateFile.knowsModes(made) && !Files.getPosixFilePermissions(made).containsAll(mode)) {
            Files.setPosixFilePermissions(made, mode);
        }
    }

    /// Takes from others what they may.
    void close(Path path) throws IOException {
        if (PrivateFile.knowsModes(path) && !Files.getPosixFilePermissions(path).equals(mode)) {
            Files.setPosixFilePermissions(path, mode);
        }
    }
}
