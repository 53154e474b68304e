package dev.freehold.lab.publication;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/// A compressed tar (POSIX ustar) in memory, with the same bytes for the same files.
final class Tarball {
    private static final int BLOCK = 512;

    private Tarball() {}

    static byte[] of(Map<String, String> files) {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            for (var file : files.entrySet()) {
                var bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
                out.write(header(file.getKey(), bytes.length));
                out.write(bytes);
                out.write(new byte[(BLOCK - bytes.length % BLOCK) % BLOCK]);
            }
            out.write(new byte[2 * BLOCK]);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory can be written to", impossible);
        }
        return packed.toByteArray();
    }

    private static byte[] header(String name, int length) {
        var header = ByteBuffer.allocate(BLOCK);
        put(header, 0, name);
        put(header, 100, "0000644"); // mode
        put(header, 108, "0000000"); // user
        put(header, 116, "0000000"); // group
        put(header, 124, "%011o".formatted(length));
        put(header, 136, "00000000000"); // time: the same bytes each time
        put(header, 148, "        "); // its own sum counts as blanks
        put(header, 156, "0"); // a plain file
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
