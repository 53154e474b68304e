package dev.freehold.lab.guest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// A command's three streams.
record Io(InputStream in, OutputStream out, OutputStream err) {

    void print(String line) throws IOException {
        write(out, line);
    }

    void complain(String line) throws IOException {
        write(err, line);
    }

    private static void write(OutputStream to, String line) throws IOException {
        to.write((line + '\n').getBytes(StandardCharsets.UTF_8));
        to.flush();
    }

    Io to(OutputStream other) {
        return new Io(in, other, err);
    }
}
