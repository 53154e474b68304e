package dev.freehold.adapters.local.home;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Files that are replaced as a whole: whoever reads sees the old one or the new one, after a crash too.
public final class FileReplacement {
    private FileReplacement() {}

    /// Puts `bytes` in the place of the file `name` in `folder`: written aside, made to last and renamed.
    public static void write(Path folder, String name, byte[] bytes, Disk disk) throws IOException {
        var aside = aside(folder, name);
        try (var out = new FileOutputStream(aside.toFile())) {
            out.write(bytes);
            disk.force(out.getFD());
        }
        put(aside, folder, name, disk);
    }

    /// The same for a secret, whose file is its owner's alone.
    public static void writePrivate(Path folder, String name, byte[] bytes, Disk disk) throws IOException {
        var aside = aside(folder, name);
        // One that was left behind may be open to others, and keeps its mode when it is written to.
        Files.deleteIfExists(aside);
        PrivateFile.create(aside, bytes, disk);
        put(aside, folder, name, disk);
    }

    private static Path aside(Path folder, String name) {
        return folder.resolve(name + ".new");
    }

    /// Gives what was written aside, in the same folder, its name.
    public static void put(Path aside, Path folder, String name, Disk disk) throws IOException {
        Files.move(aside, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        disk.forceNames(folder);
    }
}
