package dev.freehold.lab.oracle.bucket;

import dev.freehold.lab.file.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The contents of all buckets, by the buckets' identifiers, under one folder that outlives the process.
/// Identifiers are never used again: what a deleted bucket left can't come back under its name.
public final class Buckets {
    private final Path folder;
    private final InstantSource clock;
    private final Map<String, Bucket> loaded = new HashMap<>();

    /// @param known the buckets that there are; contents of others are swept away
    public Buckets(Path folder, InstantSource clock, Set<String> known) {
        this.folder = folder;
        this.clock = clock;
        try {
            OwnerOnly.folder(folder);
            try (var homes = Files.list(folder)) {
                homes.filter(home -> !known.contains(home.getFileName().toString()))
                        .toList()
                        .forEach(Buckets::sweep);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + folder, e);
        }
    }

    /// The contents of a bucket; a new one has none. What was being written when the last process died is not
    /// there.
    public synchronized Bucket bucket(String id) {
        return loaded.computeIfAbsent(id, _ -> new Bucket(folder.resolve(id), clock));
    }

    /// @throws BucketRefusal if it holds objects or open uploads
    public synchronized void delete(String id) {
        bucket(id).close();
        loaded.remove(id);
        sweep(folder.resolve(id));
    }

    private static void sweep(Path home) {
        if (!Files.exists(home)) {
            return;
        }
        try (var paths = Files.walk(home)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (DirectoryNotEmptyException e) {
            // An upload was still arriving; the next start sweeps what it leaves.
        } catch (IOException e) {
            throw new UncheckedIOException("can't delete " + home, e);
        }
    }
}
