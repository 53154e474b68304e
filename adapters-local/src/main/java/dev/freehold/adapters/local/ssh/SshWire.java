package dev.freehold.adapters.local.ssh;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// The two forms of which SSH's data is made (RFC 4251, section 5): a 32-bit number, and bytes after their
/// length.
final class SshWire {
    private SshWire() {}

    /// Writes the forms one after the other.
    static final class Writer {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Writer number(int value) {
            out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
            return this;
        }

        Writer bytes(byte[] value) {
            return number(value.length).plain(value);
        }

        Writer text(String value) {
            return bytes(value.getBytes(StandardCharsets.UTF_8));
        }

        /// Without a length.
        Writer plain(byte[] value) {
            out.writeBytes(value);
            return this;
        }

        int size() {
            return out.size();
        }

        byte[] done() {
            return out.toByteArray();
        }
    }

    /// Reads what another program may have written.
    static final class Reader {
        private final ByteBuffer in;

        Reader(byte[] bytes) {
            this.in = ByteBuffer.wrap(bytes);
        }

        int number() throws UnreadableKey {
            try {
                return in.getInt();
            } catch (BufferUnderflowException _) {
                throw tooShort();
            }
        }

        byte[] bytes() throws UnreadableKey {
            int length = number();
            if (length < 0 || length > in.remaining()) {
                throw tooShort();
            }
            return plain(length);
        }

        String text() throws UnreadableKey {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        byte[] plain(int length) throws UnreadableKey {
            if (length > in.remaining()) {
                throw tooShort();
            }
            var bytes = new byte[length];
            in.get(bytes);
            return bytes;
        }

        private static UnreadableKey tooShort() {
            return new UnreadableKey("ends too early");
        }
    }
}
