package dev.freehold.adapters.local.home;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The names in a folder, which are written to disk apart from the files that they name.
public final class FolderNames {
    private FolderNames() {}

    /// Makes the names in `folder` outlive a power cut.
    public static void sync(Path folder) throws IOException {
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
