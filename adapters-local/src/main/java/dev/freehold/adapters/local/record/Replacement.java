package dev.freehold.adapters.local.record;

import dev.freehold.adapters.local.home.FolderNames;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Files that are replaced as a whole: whoever reads sees the old one or the new one, after a crash too.
public final class Replacement {
    private Replacement() {}

    /// Puts `bytes` in the place of the file `name` in `folder`: written aside, synced and renamed.
    public static void write(Path folder, String name, byte[] bytes, Durability durability) throws IOException {
        put(folder, name, bytes, durability);
    }

    /// The same for a secret: the file has mode 0600 from its first byte, where the file system knows modes.
    public static void writeForOwner(Path folder, String name, byte[] bytes, Durability durability) throws IOException {
        var aside = aside(folder, name);
        // One that was left behind may be open to others, and keeps its mode when it is written to.
        Files.deleteIfExists(aside);
        Files.createFile(aside, ownerOnly(aside));
        put(folder, name, bytes, durability);
    }

    private static Path aside(Path folder, String name) {
        return folder.resolve(name + ".new");
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static void put(Path folder, String name, byte[] bytes, Durability durability) throws IOException {
        var aside = aside(folder, name);
        try (var out = new FileOutputStream(aside.toFile())) {
            out.write(bytes);
            if (durability == Durability.POWER_CUT) {
                out.getFD().sync();
            }
        }
        Files.move(aside, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (durability == Durability.POWER_CUT) {
            FolderNames.sync(folder);
        }
    }
}
