package dev.freehold.adapters.local.state;

import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.adapters.local.json.Json;
import dev.freehold.adapters.local.tree.Members;
import dev.freehold.ports.file.Disk;
import dev.freehold.ports.file.FileReplacement;
import dev.freehold.ports.file.PrivateFile;
import dev.freehold.ports.state.LayerStore.Holder;
import dev.freehold.ports.state.LayerStore.LockAnswer;
import dev.freehold.ports.state.LayerStore.LockAnswer.HeldBy;
import dev.freehold.ports.state.LayerStore.LockAnswer.Locked;
import dev.freehold.ports.state.UnusableHome;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// One writer at a time: the operating system's lock on `<target>/lock`, which dies with its holder. Who
/// holds it stands in `<target>/lock-holder`, for the second one to be told; nothing is decided by that file.
final class WriteLock {
    /// What this process holds. Closing any channel to a locked file gives the lock up, the whole process's,
    /// so the second attempt within a process must not even open the file.
    private static final ConcurrentMap<Path, Holder> HELD_HERE = new ConcurrentHashMap<>();

    private static final String HOLDER = "lock-holder";
    private static final Holder UNKNOWN = new Holder(0, "a command that has only just begun", Instant.EPOCH);

    private final TargetFolder target;

    WriteLock(TargetFolder target) {
        this.target = target;
    }

    LockAnswer take(Holder holder) {
        var file = target.lock();
        target.prepare(target.path());
        try {
            var key = target.path().toRealPath();
            var other = HELD_HERE.putIfAbsent(key, holder);
            if (other != null) {
                return new HeldBy(other);
            }
            boolean taken = false;
            try {
                PrivateFile.ensure(file);
                var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                try {
                    if (channel.tryLock() == null) {
                        return new HeldBy(told());
                    }
                    tell(holder);
                    taken = true;
                    return new Locked(lease(channel, key));
                } finally {
                    if (!taken) {
                        channel.close();
                    }
                }
            } finally {
                if (!taken) {
                    HELD_HERE.remove(key);
                }
            }
        } catch (IOException failure) {
            throw UnusableHome.unwritable(file, failure);
        }
    }

    private AutoCloseable lease(FileChannel channel, Path key) {
        var given = new AtomicBoolean();
        return () -> {
            if (given.compareAndSet(false, true)) {
                try {
                    // While the lock is still ours: afterwards the file may be the next holder's.
                    Files.deleteIfExists(target.path().resolve(HOLDER));
                } finally {
                    channel.close();
                    HELD_HERE.remove(key);
                }
            }
        };
    }

    private void tell(Holder holder) throws IOException {
        var tree = Members.none()
                .with("process", holder.process())
                .with("command", holder.command())
                .with("since", holder.since());
        var text = Json.write(tree.group()) + '\n';
        FileReplacement.write(target.path(), HOLDER, text.getBytes(StandardCharsets.UTF_8), Disk.UNFORCED);
    }

    /// Whoever holds the lock, as far as is known: in its first moments the holder has not said so yet, and
    /// an earlier one, killed, may still be named there.
    private Holder told() {
        try {
            var bytes = Files.readAllBytes(target.path().resolve(HOLDER));
            var tree = Members.of(Json.read(bytes, 0, bytes.length));
            long process = tree.number("process");
            if (ProcessHandle.of(process).isPresent()) {
                return new Holder(process, tree.text("command"), tree.instant("since"));
            }
        } catch (IOException | IllegalArgumentException | ArithmeticException _) {
            // Not there, or not whole: as if it said nothing.
        }
        return UNKNOWN;
    }
}
