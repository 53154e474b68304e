package dev.freehold.ports.file;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Files for their owner alone: with mode 0600 from their first byte on, whatever the umask, where the file system
/// knows modes.
public final class PrivateFile {
    private PrivateFile() {}

    /// Makes `file` with that content, as lasting as `disk` has it.
    ///
    /// @throws FileAlreadyExistsException if there is one: it may be open to others
    public static void create(Path file, byte[] content, Disk disk) throws IOException {
        create(file);
        try (var out = new FileOutputStream(file.toFile())) {
            out.write(content);
            disk.force(out.getFD());
        }
    }

    /// Makes `file` with nothing in it.
    ///
    /// @throws FileAlreadyExistsException if there is one
    public static void create(Path file) throws IOException {
        Files.createFile(file, OwnerOnly.FILE.forNew(file));
        OwnerOnly.FILE.complete(file);
    }

    /// Makes `file` with nothing in it, unless it is there; then it stays as it is.
    public static void ensure(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        try {
            create(file);
        } catch (FileAlreadyExistsException quicker) {
            // Another process made it the same way.
        }
    }

    /// Takes from others what they may do with a file that somebody else made for us.
    public static void close(Path file) throws IOException {
        OwnerOnly.FILE.close(file);
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
