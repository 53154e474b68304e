package dev.freehold.adapters.local.record;

import dev.freehold.adapters.local.home.FolderNames;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

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
            FolderNames.sync(folder);
        }
    }
}
