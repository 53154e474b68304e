package dev.freehold.lab;

import dev.freehold.lab.file.OwnerOnly;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A lab's claim to its folder, which no other has meanwhile: the operating system's lock, which dies with its
/// holder.
record FolderLock(Path held, FileChannel channel) implements AutoCloseable {
    private static final String FILE = "lab.lock";

    /// What this process holds. Closing any channel to a locked file gives the lock up, the whole process's, so
    /// that whoever asks within this process must not even open the file.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    /// Empty if another lab has it.
    static Optional<FolderLock> take(Path folder) throws IOException {
        var key = folder.toRealPath();
        if (!HELD_HERE.add(key)) {
            return Optional.empty();
        }
        boolean taken = false;
        try {
            var channel = FileChannel.open(OwnerOnly.file(folder.resolve(FILE)), StandardOpenOption.WRITE);
            taken = channel.tryLock() != null;
            if (taken) {
                return Optional.of(new FolderLock(key, channel));
            }
            channel.close();
            return Optional.empty();
        } finally {
            if (!taken) {
                HELD_HERE.remove(key);
            }
        }
    }

    static boolean isHeld(Path folder) {
        if (!Files.exists(folder.resolve(FILE))) {
            return false;
        }
        try {
            var lock = take(folder);
            if (lock.isPresent()) {
                lock.get().close();
            }
            return lock.isEmpty();
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD_HERE.remove(held);
    }
}
