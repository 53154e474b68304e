package dev.freehold.adapters.images;

import dev.freehold.ports.file.Disk;
import dev.freehold.ports.file.PrivateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongPredicate;

/// Where images are built: a folder a build, named for the process that builds. What processes left that are gone
/// is cleared away by the next build.
final class Workshop {
    private final Path folder;
    private final LongPredicate lives;
    private final Set<Path> inUse = ConcurrentHashMap.newKeySet();

    Workshop(Path folder) {
        this(folder, pid -> ProcessHandle.of(pid).isPresent());
    }

    /// @param lives whether a process of that id runs
    Workshop(Path folder, LongPredicate lives) {
        this.folder = folder;
        this.lives = lives;
    }

    /// An empty folder for a build of that name.
    Path open(String name) {
        var bench = folder.resolve(ProcessHandle.current().pid() + "-" + name);
        inUse.add(bench);
        try {
            clear();
            Folders.remove(bench);
            PrivateFolder.make(bench, Disk.UNFORCED);
            return bench;
        } catch (IOException failed) {
            inUse.remove(bench);
            throw new UncheckedIOException("There is no place to build in " + folder, failed);
        }
    }

    void close(Path bench) {
        clear(bench);
        inUse.remove(bench);
    }

    /// Removes a folder and what is in it, as far as this user may: what a user namespace left belongs to
    /// others.
    private static void clear(Path bench) {
        try {
            Folders.remove(bench);
        } catch (IOException left) {
            // It is in nobody's way, and the next build tries again.
        }
    }

    private void clear() throws IOException {
        for (var bench : Folders.in(folder)) {
            if (!inUse.contains(bench) && !isAtWork(bench)) {
                clear(bench);
            }
        }
    }

    private boolean isAtWork(Path bench) {
        var pid = bench.getFileName().toString().split("-", 2)[0];
        try {
            long id = Long.parseLong(pid);
            return id != ProcessHandle.current().pid() && lives.test(id);
        } catch (NumberFormatException odd) {
            return true; // Not ours: left alone.
        }
    }
}
