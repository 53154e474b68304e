package dev.freehold.adapters.oci.profile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files for their owner alone, whole or not there: written aside with mode 0600, synced, then put in their place.
public final class OwnerFile {
    private OwnerFile() {}

    /// Makes the file's folder, 0700, where it is not there.
    static void makeFolder(Path file) throws IOException {
        var folder = folder(file);
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, mode(folder, "rwx------"));
        }
    }

    /// In the place of what is there. A symbolic link stays one.
    public static void replace(Path file, byte[] bytes) throws IOException {
        makeFolder(file);
        var real = Files.exists(file) ? file.toRealPath() : file;
        var aside = write(real, bytes);
        Files.move(aside, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(real);
    }

    /// Only where nothing is.
    ///
    /// @return whether it was put there
    public static boolean putNew(Path file, byte[] bytes) throws IOException {
        makeFolder(file);
        var aside = write(file, bytes);
        try {
            // A rename would overwrite what came in between; a link refuses.
            Files.createLink(file, aside);
            sync(file);
            return true;
        } catch (FileAlreadyExistsException _) {
            return false;
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    /// What a write that was killed left beside the file.
    public static void clear(Path file) throws IOException {
        Files.deleteIfExists(aside(file));
    }

    private static Path write(Path file, byte[] bytes) throws IOException {
        var aside = aside(file);
        Files.deleteIfExists(aside);
        try (var out = FileChannel.open(
                aside,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                mode(folder(file), "rw-------"))) {
            var left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                out.write(left);
            }
            out.force(true);
        }
        return aside;
    }

    public static Path aside(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".freehold-new");
    }

    private static Path folder(Path file) {
        var parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    private static FileAttribute<?>[] mode(Path at, String mode) {
        boolean posix = at.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }

    /// The name itself is to outlive a power cut.
    private static void sync(Path file) throws IOException {
        try (var names = FileChannel.open(folder(file), StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}
