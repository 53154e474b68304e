package dev.freehold.adapters.oci.profile;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An RSA private key in PEM, in each form that Oracle's own clients read: PKCS#1 and PKCS#8, plain or behind a
/// passphrase. Read here and not by the SDK, so that what is wrong with a key is known before anybody is called.
final class PemKey {
    private static final Pattern BLOCK = Pattern.compile(
            "-----BEGIN ((?:RSA |ENCRYPTED |EC |OPENSSH )?PRIVATE KEY)-----(.*?)-----END \\1-----", Pattern.DOTALL);

    /// PKCS#8's version and algorithm (rsaEncryption), which PKCS#1 lacks.
    private static final byte[] RSA_HEAD = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    private PemKey() {}

    /// Why a file's text can't be used as a key, in words that go on after "the key in FILE".
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;
        private final boolean needsPassphrase;

        Unreadable(String words) {
            this(words, false);
        }

        private Unreadable(String words, boolean needsPassphrase) {
            super(words);
            this.needsPassphrase = needsPassphrase;
        }

        boolean needsPassphrase() {
            return needsPassphrase;
        }
    }

    /// @param phrase its passphrase; one that is not needed is overlooked, as Oracle's clients do, for a
    /// profile
    ///     inherits it from `[DEFAULT]`
    /// @throws Unreadable if it is no such key, or the passphrase is another; shows nothing of either
    static RSAPrivateCrtKey read(String text, char @Nullable [] phrase) throws Unreadable {
        var block = BLOCK.matcher(text);
        if (!block.find()) {
            throw new Unreadable(
                    text.contains("PUBLIC KEY-----")
                            ? "is the public half; the private one is wanted"
                            : "is no private key in PEM");
        }
        var body = block.group(2);
        return switch (block.group(1)) {
            case "PRIVATE KEY" -> rsa(decoded(body));
            case "RSA PRIVATE KEY" ->
                rsa(wrapped(
                        body.contains("ENCRYPTED") ? TraditionalPem.decrypted(body, password(phrase)) : decoded(body)));
            case "ENCRYPTED PRIVATE KEY" -> rsa(EncryptedPkcs8.decrypted(decoded(body), password(phrase)));
            default ->
                throw new Unreadable("is in a form that Oracle's clients do not read (" + block.group(1)
                        + "); Oracle takes RSA keys in PEM, as 'openssl genrsa' makes them");
        };
    }

    /// The bytes as they stand in the configuration file, which is read as Latin 1.
    private static byte[] password(char @Nullable [] phrase) throws Unreadable {
        if (phrase == null) {
            throw new Unreadable("is behind a passphrase, and the profile has no pass_phrase", true);
        }
        return new String(phrase).getBytes(StandardCharsets.ISO_8859_1);
    }

    static Unreadable wrongPassphrase() {
        return new Unreadable("does not open with the profile's pass_phrase, or is damaged");
    }

    static byte[] decoded(String base64) throws Unreadable {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            // The cause may quote the key.
            throw new Unreadable("is damaged: what stands between its marks is not Base64");
        }
    }

    private static RSAPrivateCrtKey rsa(byte[] pkcs8) throws Unreadable {
        try {
            if (KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8))
                    instanceof RSAPrivateCrtKey key) {
                return key;
            }
        } catch (GeneralSecurityException _) {
            // said below, for the cause may quote the key
        }
        throw new Unreadable("is no RSA key, or damaged");
    }

    /// PKCS#1 ("RSA PRIVATE KEY") as PKCS#8.
    private static byte[] wrapped(byte[] pkcs1) {
        var inner = new ByteArrayOutputStream();
        inner.writeBytes(RSA_HEAD);
        inner.writeBytes(der(0x04, pkcs1));
        return der(0x30, inner.toByteArray());
    }

    private static byte[] der(int tag, byte[] content) {
        var out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else {
            var length = BigInteger.valueOf(content.length).toByteArray();
            int zeros = length[0] == 0 ? 1 : 0;
            out.write(0x80 | (length.length - zeros));
            out.write(length, zeros, length.length - zeros);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }
}
