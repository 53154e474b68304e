package dev.freehold.ports.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Folders for their owner alone: with mode 0700, whatever the umask, where the file system knows modes.
public final class PrivateFolder {
    private PrivateFolder() {}

    /// Makes `folder`, and what is missing above it. One that is there stays as it is.
    ///
    /// @throws FileAlreadyExistsException if something else has its name
    public static void make(Path folder, Disk disk) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        var above = folder.toAbsolutePath().getParent();
        if (above != null) {
            make(above, disk);
        }
        try {
            Files.createDirectory(folder, OwnerOnly.FOLDER.forNew(folder));
            OwnerOnly.FOLDER.complete(folder);
        } catch (FileAlreadyExistsException exists) {
            // Another process may have been quicker; a file of that name is in the way for good.
            if (!Files.isDirectory(folder)) {
                throw exists;
            }
            return;
        }
        if (above != null) {
            // Else a power cut could take the folder away with the synced files in it.
            disk.forceNames(above);
        }
    }
}
