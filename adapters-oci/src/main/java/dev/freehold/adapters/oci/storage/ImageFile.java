package dev.freehold.adapters.oci.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.LongConsumer;

/// A file that is read by several workers at once, each at its own place and none holding more than a chunk.
final class ImageFile implements AutoCloseable {
    private static final int CHUNK = 1 << 17;

    private final FileChannel channel;

    ImageFile(Path path) throws IOException {
        this.channel = FileChannel.open(path, StandardOpenOption.READ);
    }

    long size() throws IOException {
        return channel.size();
    }

    /// In Base64.
    ///
    /// @param going is asked after each chunk, with its bytes, and may throw to end it
    String md5(PartPlan.Piece piece, LongConsumer going) throws IOException {
        return Digests.base64(digest(Digests.md5(), piece.offset(), piece.length(), going));
    }

    /// Of the whole file, in hexadecimal digits.
    String sha256(LongConsumer going) throws IOException {
        return HexFormat.of().formatHex(digest(Digests.sha256(), 0, size(), going));
    }

    private byte[] digest(MessageDigest digest, long offset, long length, LongConsumer going) throws IOException {
        var chunk = new byte[CHUNK];
        try (var in = stream(offset, length, going)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
        }
        return digest.digest();
    }

    /// The bytes of a part, read as they are asked for.
    InputStream stream(PartPlan.Piece piece, LongConsumer going) {
        return stream(piece.offset(), piece.length(), going);
    }

    private InputStream stream(long offset, long length, LongConsumer going) {
        return new InputStream() {
            private long at = offset;
            private final long end = offset + length;

            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                Objects.checkFromIndexSize(from, most, into.length);
                if (at >= end) {
                    return -1;
                }
                int read = channel.read(ByteBuffer.wrap(into, from, (int) Math.min(most, end - at)), at);
                if (read < 0) {
                    throw new IOException("the file has become shorter while it was read");
                }
                at += read;
                going.accept(read);
                return read;
            }
        };
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
