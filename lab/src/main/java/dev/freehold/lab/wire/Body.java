package dev.freehold.lab.wire;

import java.io.IOException;
import java.io.OutputStream;

/// What a reply carries.
public interface Body {
    Body EMPTY = of(new byte[0]);

    /// In bytes; exact, since every reply says its length.
    long length();

    /// Writes it all. Called once at most.
    void writeTo(OutputStream out) throws IOException;

    static Body of(byte[] content) {
        return new Body() {
            @Override
            public long length() {
                return content.length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(content);
            }
        };
    }
}
