package dev.freehold.adapters.oci.profile;

import dev.freehold.ports.file.Disk;
import dev.freehold.ports.file.FileReplacement;
import dev.freehold.ports.file.PrivateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files of a person's that Oracle's clients read, such as `~/.oci/config`: for their owner alone, whole or not
/// there.
public final class OwnerFile {
    private OwnerFile() {}

    /// In the place of what is there. A symbolic link stays one.
    public static void replace(Path file, byte[] bytes) throws IOException {
        PrivateFolder.make(folder(file), Disk.FORCED);
        var real = Files.exists(file) ? file.toRealPath() : file;
        var aside = aside(real);
        FileReplacement.writeAside(aside, bytes, Disk.FORCED);
        FileReplacement.put(aside, folder(real), name(real), Disk.FORCED);
    }

    /// Only where nothing is.
    ///
    /// @return whether it was put there
    public static boolean putNew(Path file, byte[] bytes) throws IOException {
        PrivateFolder.make(folder(file), Disk.FORCED);
        var aside = aside(file);
        FileReplacement.writeAside(aside, bytes, Disk.FORCED);
        return FileReplacement.putNew(aside, folder(file), name(file), Disk.FORCED);
    }

    /// What a write that was killed left beside the file.
    public static void clear(Path file) throws IOException {
        Files.deleteIfExists(aside(file));
    }

    public static Path aside(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".freehold-new");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static Path folder(Path file) {
        var parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }
}
