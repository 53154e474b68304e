package dev.freehold.lab.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Files of mode 0600 and folders of mode 0700, whatever the umask.
public final class OwnerOnly {
    private OwnerOnly() {}

    /// Makes `folder` and what is missing above it.
    public static Path folder(Path folder) throws IOException {
        return Files.createDirectories(folder, mode(folder, "rwx------"));
    }

    /// Makes `file` with nothing in it, unless it is there.
    public static Path file(Path file) throws IOException {
        if (!Files.exists(file)) {
            try {
                Files.createFile(file, mode(file, "rw-------"));
            } catch (FileAlreadyExistsException quicker) {
                // Somebody else made it.
            }
        }
        return file;
    }

    /// Makes `file` anew with nothing in it: what a killed process left of that name may be open to others.
    public static Path anew(Path file) throws IOException {
        Files.deleteIfExists(file);
        return file(file);
    }

    /// Puts `content` in the place of `file`, whole or not at all.
    public static void write(Path file, byte[] content) throws IOException {
        var aside = anew(file.resolveSibling(file.getFileName() + ".new"));
        Files.write(aside, content);
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] mode(Path path, String mode) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
