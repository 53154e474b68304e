package dev.freehold.lab.machine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The files of one machine. They outlive the lab's process, and go when the machine is terminated; what is below
/// `/run`, `/tmp` and `/dev/shm` is in memory alone and goes with the process.
public final class Disk {
    /// Far above any configuration; whoever has more keeps it in a folder of its own.
    private static final int MOST_BYTES = 4 << 20;

    private static final List<String> MEMORY = List.of("/run/", "/tmp/", "/dev/shm/");
    private static final List<String> EVERYBODYS = List.of("/tmp/", "/home/");

    private final FileStore kept;
    private final FileStore memory;

    Disk(FileStore kept, FileStore memory) {
        this.kept = kept;
        this.memory = memory;
    }

    /// Who may read a file.
    public enum Readers {
        ALL,
        ROOT
    }

    /// Empty if it is not there.
    public Optional<byte[]> read(String path, Actor by) throws FileRefusal {
        var file = store(path).find(path);
        if (file.isPresent() && file.get().readers() == Readers.ROOT && by != Actor.ROOT) {
            throw FileRefusal.denied(path);
        }
        return file.map(FileStore.Content::bytes);
    }

    /// In UTF-8; empty if it is not there.
    public Optional<String> text(String path, Actor by) throws FileRefusal {
        return read(path, by).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /// In place of what was there.
    ///
    /// @param readers as root says; what others write is everybody's
    public void write(String path, byte[] content, Readers readers, Actor by) throws FileRefusal {
        if (by != Actor.ROOT && EVERYBODYS.stream().noneMatch(path::startsWith)) {
            throw FileRefusal.denied(path);
        }
        if (content.length > MOST_BYTES) {
            throw FileRefusal.full(path);
        }
        store(path).put(path, new FileStore.Content(content, by == Actor.ROOT ? readers : Readers.ALL));
    }

    /// In UTF-8, in place of what was there.
    public void write(String path, String text, Readers readers, Actor by) throws FileRefusal {
        write(path, text.getBytes(StandardCharsets.UTF_8), readers, by);
    }

    /// @return whether it was there
    public boolean remove(String path, Actor by) throws FileRefusal {
        var there = read(path, by).isPresent();
        if (there) {
            store(path).remove(path);
        }
        return there;
    }

    private FileStore store(String path) {
        return MEMORY.stream().anyMatch(path::startsWith) ? memory : kept;
    }
}
