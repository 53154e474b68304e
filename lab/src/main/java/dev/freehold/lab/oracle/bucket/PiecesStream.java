package dev.freehold.lab.oracle.bucket;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// A range of what several files make up together, one of them open at a time.
final class PiecesStream extends InputStream {
    private final LongFunction<Path> paths;
    private final Runnable whenClosed;
    private final Deque<Piece> ahead;
    private long skip;
    private long left;
    private @Nullable FileChannel current;
    private boolean closed;

    PiecesStream(LongFunction<Path> paths, List<Piece> pieces, long offset, long length, Runnable whenClosed) {
        this.paths = paths;
        this.whenClosed = whenClosed;
        this.ahead = new ArrayDeque<>(pieces);
        this.skip = offset;
        this.left = length;
        while (!ahead.isEmpty() && ahead.element().bytes() <= skip) {
            skip -= ahead.remove().bytes();
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (left > 0) {
            if (current == null) {
                if (ahead.isEmpty()) {
                    throw new IOException("the object's files are shorter than its record says");
                }
                current = FileChannel.open(paths.apply(ahead.remove().blob()));
                current.position(skip);
                skip = 0;
            }
            int read = current.read(ByteBuffer.wrap(into, offset, (int) Math.min(length, left)));
            if (read >= 0) {
                left -= read;
                return read;
            }
            current.close();
            current = null;
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (current != null) {
                current.close();
            }
        } finally {
            whenClosed.run();
        }
    }
}
