package dev.freehold.adapters.talos.helm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/// A small chart of our own, packed as Helm packs one: a tar (ustar), compressed.
final class PackedChart {
    private static final int BLOCK = 512;

    private PackedChart() {}

    static Path write(Path file, Map<String, String> files) throws IOException {
        var tar = new ByteArrayOutputStream();
        for (var entry : files.entrySet()) {
            var bytes = entry.getValue().getBytes(StandardCharsets.UTF_8);
            tar.writeBytes(header(entry.getKey(), bytes.length));
            tar.writeBytes(bytes);
            tar.writeBytes(new byte[(BLOCK - bytes.length % BLOCK) % BLOCK]);
        }
        tar.writeBytes(new byte[2 * BLOCK]);
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(tar.toByteArray());
        }
        return file;
    }

    private static byte[] header(String name, int length) {
        var header = ByteBuffer.allocate(BLOCK);
        put(header, 0, name);
        put(header, 100, "0000644");
        put(header, 108, "0000000");
        put(header, 116, "0000000");
        put(header, 124, "%011o".formatted(length));
        put(header, 136, "00000000000");
        put(header, 148, "        ");
        put(header, 156, "0");
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
