package dev.freehold.adapters.oci.profile;

import dev.freehold.adapters.oci.profile.PemKey.Unreadable;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// OpenSSL's first way to encrypt a PEM (RFC 1421's headers), as `openssl rsa -aes256 -traditional` writes it: the
/// key from MD5 over the passphrase and the IV's first eight bytes, as `EVP_BytesToKey` has it.
final class TraditionalPem {
    private static final Pattern HEADER = Pattern.compile("DEK-Info:\\s*([A-Za-z0-9-]+)\\s*,\\s*([0-9A-Fa-f]+)");

    private static final int SALT_BYTES = 8;

    private static final Map<String, CbcCipher> CIPHERS = Map.of(
            "AES-128-CBC", CbcCipher.AES_128,
            "AES-192-CBC", CbcCipher.AES_192,
            "AES-256-CBC", CbcCipher.AES_256,
            "DES-EDE3-CBC", CbcCipher.DES_EDE3,
            "DES-CBC", CbcCipher.DES);

    private TraditionalPem() {}

    /// A cipher in CBC mode, with how long its key is.
    enum CbcCipher {
        AES_128("AES", 16),
        AES_192("AES", 24),
        AES_256("AES", 32),
        DES_EDE3("DESede", 24),
        DES("DES", 8);

        private final String algorithm;
        private final int keyBytes;

        CbcCipher(String algorithm, int keyBytes) {
            this.algorithm = algorithm;
            this.keyBytes = keyBytes;
        }

        int keyBytes() {
            return keyBytes;
        }

        byte[] decrypted(byte[] encrypted, byte[] key, byte[] iv) throws Unreadable {
            try {
                var cipher = Cipher.getInstance(algorithm + "/CBC/PKCS5Padding");
                cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, algorithm), new IvParameterSpec(iv));
                return cipher.doFinal(encrypted);
            } catch (GeneralSecurityException _) {
                throw PemKey.wrongPassphrase();
            }
        }
    }

    /// The key that `body`, between the marks, holds behind `password`.
    static byte[] decrypted(String body, byte[] password) throws Unreadable {
        var header = HEADER.matcher(body);
        if (!header.find()) {
            throw new Unreadable("is damaged: it says that it is encrypted, and not how (DEK-Info)");
        }
        var cipher = CIPHERS.get(header.group(1).toUpperCase(Locale.ROOT));
        if (cipher == null) {
            throw new Unreadable("is encrypted with " + header.group(1) + ", which is not read here; encrypt it with"
                    + " 'openssl pkcs8 -topk8'");
        }
        byte[] iv;
        try {
            iv = HexFormat.of().parseHex(header.group(2));
        } catch (IllegalArgumentException _) {
            throw new Unreadable("is damaged: its IV (DEK-Info) is no hexadecimal number");
        }
        if (iv.length < SALT_BYTES) {
            throw new Unreadable("is damaged: its IV (DEK-Info) is too short");
        }
        var encrypted = PemKey.decoded(body.substring(header.end()));
        return cipher.decrypted(encrypted, key(password, Arrays.copyOf(iv, SALT_BYTES), cipher.keyBytes()), iv);
    }

    private static byte[] key(byte[] password, byte[] salt, int length) {
        try {
            var md5 = MessageDigest.getInstance("MD5");
            var key = new byte[length];
            var block = new byte[0];
            for (int filled = 0; filled < length; filled += block.length) {
                md5.update(block);
                md5.update(password);
                block = md5.digest(salt);
                System.arraycopy(block, 0, key, filled, Math.min(block.length, length - filled));
            }
            return key;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has MD5", impossible);
        }
    }
}
