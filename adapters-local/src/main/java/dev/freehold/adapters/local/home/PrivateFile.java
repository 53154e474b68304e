package dev.freehold.adapters.local.home;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// New files for their owner alone: with mode 0600 from their first byte on, where the file system knows modes.
public final class PrivateFile {
    private PrivateFile() {}

    /// Makes `file` with that content, as lasting as `disk` has it.
    ///
    /// @throws java.nio.file.FileAlreadyExistsException if there is one: it may be open to others
    public static void create(Path file, byte[] content, Disk disk) throws IOException {
        Files.createFile(file, ownerOnly(file, "rw-------"));
        try (var out = new FileOutputStream(file.toFile())) {
            out.write(content);
            disk.force(out.getFD());
        }
    }

    /// What makes a new file or folder its owner's alone.
    static FileAttribute<?>[] ownerOnly(Path file, String mode) {
        return knowsModes(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }

    /// Whether others than its owner may read it; not where the file system knows no modes.
    public static boolean isOpenToOthers(Path file) {
        try {
            return knowsModes(file)
                    && PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                            .substring(3)
                            .contains("r");
        } catch (IOException _) {
            // who reads it next is told why that is not possible
            return false;
        }
    }

    /// Does the file system of that file know modes?
    public static boolean knowsModes(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
