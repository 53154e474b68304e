package dev.freehold.lab.machine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// A program's three streams.
public record StandardStreams(InputStream in, OutputStream out, OutputStream err) {

    /// One line to standard output.
    public void print(String line) throws IOException {
        write(out, line);
    }

    /// One line to where errors go.
    public void complain(String line) throws IOException {
        write(err, line);
    }

    private static void write(OutputStream to, String line) throws IOException {
        to.write((line + '\n').getBytes(StandardCharsets.UTF_8));
        to.flush();
    }

    /// The same, with standard output elsewhere.
    StandardStreams to(OutputStream other) {
        return new StandardStreams(in, other, err);
    }
}
