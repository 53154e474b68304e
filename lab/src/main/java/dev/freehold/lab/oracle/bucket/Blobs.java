package dev.freehold.lab.oracle.bucket;

import dev.freehold.lab.file.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/// Files of bytes, each written once, named by a number. What no record names when the store opens was being
/// written when the process died, and goes.
///
/// Nothing is forced to disk: a lab outlives `kill -9`, for which the system's page cache is enough, and an
/// upload runs as fast as the disk takes it.
final class Blobs {
    private static final int BUFFER = 1 << 18; // bytes; larger ones were no faster

    private final Path folder;
    private final AtomicLong next = new AtomicLong();
    private final Map<Long, Integer> readers = new HashMap<>();
    private final Set<Long> doomed = new HashSet<>();

    Blobs(Path folder, Set<Long> named) {
        this.folder = folder;
        try {
            OwnerOnly.folder(folder);
            try (var files = Files.list(folder)) {
                for (var file : files.toList()) {
                    if (!named.contains(Long.parseLong(file.getFileName().toString()))) {
                        Files.delete(file);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + folder, e);
        }
        next.set(named.stream().mapToLong(Long::longValue).max().orElse(0) + 1);
    }

    /// Takes all of `body` in.
    ///
    /// @throws IOException if it breaks off; then nothing of it stays
    ReceivedContent write(InputStream body) throws IOException {
        long blob = next.getAndIncrement();
        var digest = md5();
        long bytes = 0;
        boolean whole = false;
        try (var file = FileChannel.open(OwnerOnly.anew(path(blob)), StandardOpenOption.WRITE)) {
            var buffer = new byte[BUFFER];
            int read;
            while ((read = body.readNBytes(buffer, 0, BUFFER)) > 0) {
                digest.update(buffer, 0, read);
                for (var left = ByteBuffer.wrap(buffer, 0, read); left.hasRemaining(); ) {
                    file.write(left);
                }
                bytes += read;
            }
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(path(blob));
            }
        }
        return new ReceivedContent(new Piece(blob, bytes), Base64.getEncoder().encodeToString(digest.digest()));
    }

    /// The `length` bytes from `offset` of what `pieces` make up together. They stay readable until the stream
    /// is closed, whatever is discarded meanwhile.
    InputStream read(List<Piece> pieces, long offset, long length) {
        var numbers = pieces.stream().map(Piece::blob).toList();
        synchronized (this) {
            numbers.forEach(blob -> readers.merge(blob, 1, Integer::sum));
        }
        return new PiecesStream(this::path, pieces, offset, length, () -> release(numbers));
    }

    private synchronized void release(List<Long> numbers) {
        for (var blob : numbers) {
            if (readers.merge(blob, -1, (left, one) -> left + one > 0 ? left + one : null) == null
                    && doomed.remove(blob)) {
                delete(blob);
            }
        }
    }

    synchronized void discard(Collection<Piece> pieces) {
        for (var piece : pieces) {
            if (readers.containsKey(piece.blob())) {
                doomed.add(piece.blob());
            } else {
                delete(piece.blob());
            }
        }
    }

    private void delete(long blob) {
        try {
            Files.deleteIfExists(path(blob));
        } catch (IOException e) {
            throw new UncheckedIOException("can't delete " + path(blob), e);
        }
    }

    private Path path(long blob) {
        return folder.resolve(Long.toString(blob));
    }

    static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
