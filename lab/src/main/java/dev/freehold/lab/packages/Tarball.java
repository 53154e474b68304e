package dev.freehold.lab.packages;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/// A compressed tar (POSIX ustar) in memory. Everything in it is root's, and of 1970.
final class Tarball {
    private static final int BLOCK = 512;
    private static final int LONGEST_NAME = 100;

    private Tarball() {}

    /// @throws IllegalArgumentException if a name has over 100 bytes or is not ASCII
    static byte[] of(Collection<ArchiveEntry> entries) {
        var out = new ByteArrayOutputStream();
        for (var entry : entries) {
            var content = entry.content();
            out.writeBytes(header(entry));
            out.writeBytes(content);
            out.writeBytes(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
        }
        out.writeBytes(new byte[2 * BLOCK]);
        return Gzip.of(out.toByteArray());
    }

    private static byte[] header(ArchiveEntry entry) {
        if (entry.name().length() > LONGEST_NAME
                || !StandardCharsets.US_ASCII.newEncoder().canEncode(entry.name())) {
            throw new IllegalArgumentException("A plain tar can't hold the name " + entry.name());
        }
        var header = ByteBuffer.allocate(BLOCK);
        put(header, 0, entry.name());
        put(header, 100, "%07o".formatted(entry.mode()));
        put(header, 108, "0000000"); // user
        put(header, 116, "0000000"); // group
        put(header, 124, "%011o".formatted(entry.content().length));
        put(header, 136, "00000000000"); // time: the same bytes each time
        put(header, 148, "        "); // its own sum counts as blanks
        put(header, 156, entry.isFolder() ? "5" : "0");
        put(header, 257, "ustar");
        put(header, 263, "00");
        int sum = 0;
        for (byte one : header.array()) {
            sum += one & 0xff;
        }
        put(header, 148, "%06o\0 ".formatted(sum));
        return header.array();
    }

    private static void put(ByteBuffer header, int at, String text) {
        header.put(at, text.getBytes(StandardCharsets.US_ASCII));
    }
}
