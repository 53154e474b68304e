package dev.freehold.adapters.oci.profile;

import java.math.BigInteger;
import java.util.Arrays;

/// Reads the few things of DER (X.690) that an encrypted key is made of, in their order.
final class DerReader {
    private static final int INTEGER = 0x02;
    private static final int OCTETS = 0x04;
    private static final int OID = 0x06;
    private static final int SEQUENCE = 0x30;

    private final byte[] bytes;
    private int at;

    /// What is read is not what stands there.
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;
    }

    DerReader(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean isAtEnd() {
        return at >= bytes.length;
    }

    DerReader sequence() throws Malformed {
        return new DerReader(content(SEQUENCE));
    }

    byte[] octets() throws Malformed {
        return content(OCTETS);
    }

    /// One that is not too large.
    int integer() throws Malformed {
        try {
            return new BigInteger(content(INTEGER)).intValueExact();
        } catch (ArithmeticException | NumberFormatException _) {
            throw new Malformed();
        }
    }

    /// Reads over an integer that may be there.
    void skipInteger() throws Malformed {
        if (!isAtEnd() && bytes[at] == INTEGER) {
            content(INTEGER);
        }
    }

    /// `1.2.840.113549.1.5.13`
    String oid() throws Malformed {
        var content = content(OID);
        var text = new StringBuilder();
        long arc = 0;
        for (byte each : content) {
            arc = arc << 7 | (each & 0x7F);
            if ((each & 0x80) == 0) {
                if (text.isEmpty()) {
                    long first = Math.min(2, arc / 40);
                    text.append(first).append('.').append(arc - first * 40);
                } else {
                    text.append('.').append(arc);
                }
                arc = 0;
            }
        }
        return text.toString();
    }

    private byte[] content(int tag) throws Malformed {
        if (next() != tag) {
            throw new Malformed();
        }
        int length = next();
        if (length >= 0x80) {
            int count = length & 0x7F;
            if (count == 0 || count > 3) {
                throw new Malformed();
            }
            length = 0;
            for (int i = 0; i < count; i++) {
                length = length << 8 | next();
            }
        }
        if (length > bytes.length - at) {
            throw new Malformed();
        }
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    private int next() throws Malformed {
        if (isAtEnd()) {
            throw new Malformed();
        }
        return bytes[at++] & 0xFF;
    }
}
