package dev.freehold.adapters.local.record;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Files that are replaced as a whole: whoever reads sees the old one or the new one, after a crash too.
public final class Replacement {
    private Replacement() {}

    /// Puts `bytes` in the place of the file `name` in `folder`: written aside, synced and renamed.
    public static void write(Path folder, String name, byte[] bytes, Durability durability) throws IOException {
        var aside = folder.resolve(name + ".new");
        try (var out = new FileOutputStream(aside.toFile())) {
            out.write(bytes);
            if (durability == Durability.POWER_CUT) {
                out.getFD().sync();
            }
        }
        Files.move(aside, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (durability == Durability.POWER_CUT) {
            sync(folder);
        }
    }

    /// Makes the names in `folder` outlive a power cut.
    static void sync(Path folder) throws IOException {
        // A channel is closed under an interrupted thread, and a folder can be opened in no other way.
        boolean interrupted = Thread.interrupted();
        try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (ClosedByInterruptException _) {
            // Interrupted just now. The file itself is synced; its name follows within seconds.
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
