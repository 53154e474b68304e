package dev.freehold.adapters.local.ssh;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/// What a file in OpenSSH's own format says to everybody, passphrase or not (OpenSSH's PROTOCOL.key).
///
/// @param cipher that the private part is encrypted with; `none` where it is not
/// @param publicBlob the public key, in the clear
/// @param privatePart encrypted, or readable
@SuppressWarnings("ArrayRecordComponent") // read once, compared by nobody
record OpenSshContainer(String cipher, byte[] publicBlob, byte[] privatePart) {
    static final byte[] MAGIC = "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);
    static final String BEGIN = "-----BEGIN OPENSSH PRIVATE KEY-----";
    static final String END = "-----END OPENSSH PRIVATE KEY-----";
    static final String NONE = "none";

    boolean isProtected() {
        return !cipher.equals(NONE);
    }

    /// The private part after its check, which two equal numbers are.
    ///
    /// @throws UnreadableKey if it is encrypted, or damaged
    SshWire.Reader opened() throws UnreadableKey {
        if (isProtected()) {
            throw new UnreadableKey("has a passphrase, which nobody is there to type");
        }
        var secret = new SshWire.Reader(privatePart);
        int check = secret.number();
        if (secret.number() != check) {
            throw new UnreadableKey("is damaged");
        }
        return secret;
    }

    /// @throws UnreadableKey if the file is not whole, or holds several keys
    static OpenSshContainer read(byte[] privateFile) throws UnreadableKey {
        var whole = new SshWire.Reader(unarmored(privateFile));
        if (!Arrays.equals(whole.plain(MAGIC.length), MAGIC)) {
            throw new UnreadableKey("is not in OpenSSH's own format");
        }
        var cipher = whole.text();
        whole.text(); // how a passphrase becomes a key
        whole.bytes();
        if (whole.number() != 1) {
            throw new UnreadableKey("holds more than one key");
        }
        return new OpenSshContainer(cipher, whole.bytes(), whole.bytes());
    }

    private static byte[] unarmored(byte[] file) throws UnreadableKey {
        var text = new String(file, StandardCharsets.ISO_8859_1).strip();
        if (!text.startsWith(BEGIN) || !text.endsWith(END) || text.length() < BEGIN.length() + END.length()) {
            throw new UnreadableKey("is not a whole file in OpenSSH's own format");
        }
        try {
            return Base64.getMimeDecoder().decode(text.substring(BEGIN.length(), text.length() - END.length()));
        } catch (IllegalArgumentException _) {
            throw new UnreadableKey("is damaged");
        }
    }
}
