package dev.freehold.ports.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Files that are replaced as a whole: whoever reads sees the old one or the new one, after a crash too.
public final class FileReplacement {
    private FileReplacement() {}

    /// Puts `bytes` in the place of the file `name` in `folder`: written aside for its owner alone, made to
    /// last and renamed.
    public static void write(Path folder, String name, byte[] bytes, Disk disk) throws IOException {
        var aside = folder.resolve(name + ".new");
        writeAside(aside, bytes, disk);
        put(aside, folder, name, disk);
    }

    /// Writes what is to be put in place, for its owner alone.
    public static void writeAside(Path aside, byte[] bytes, Disk disk) throws IOException {
        // One that was left behind may be open to others, and keeps its mode when it is written to.
        Files.deleteIfExists(aside);
        PrivateFile.create(aside, bytes, disk);
    }

    /// Gives what was written aside, in the same folder, its name.
    public static void put(Path aside, Path folder, String name, Disk disk) throws IOException {
        Files.move(aside, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        disk.forceNames(folder);
    }

    /// The same, only where nothing has the name. What was written aside is gone in any case.
    ///
    /// @return whether it was put there
    public static boolean putNew(Path aside, Path folder, String name, Disk disk) throws IOException {
        var file = folder.resolve(name);
        try {
            try {
                // A rename would replace what came in between; a link never does.
                Files.createLink(file, aside);
            } catch (UnsupportedOperationException _) {
                Files.move(aside, file);
            } finally {
                Files.deleteIfExists(aside);
            }
            disk.forceNames(folder);
            return true;
        } catch (FileAlreadyExistsException _) {
            return false;
        }
    }
}
