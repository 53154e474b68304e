package dev.freehold.adapters.oci.profile;

import dev.freehold.adapters.oci.profile.PemKey.Unreadable;
import dev.freehold.adapters.oci.profile.TraditionalPem.CbcCipher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// A PKCS#8 key behind a passphrase (RFC 5958): by PBES2 (RFC 8018) with PBKDF2, of which the JDK knows half the
/// ciphers, or by the older ways that the JDK knows.
final class EncryptedPkcs8 {
    private static final String PBES2 = "1.2.840.113549.1.5.13";
    private static final String PBKDF2 = "1.2.840.113549.1.5.12";

    private static final String SCRYPT = "1.3.6.1.4.1.11591.4.11";

    /// A quarter of a GiB; OpenSSL's own is a sixteenth of that.
    private static final long MOST_SCRYPT_BLOCKS = 1L << 21;

    /// Nobody waits for more; OpenSSL's own is 2,048.
    private static final int MOST_ROUNDS = 10_000_000;

    /// The pseudo-random functions of PBKDF2 (RFC 8018, B.1.2); the first is what counts where none is said.
    private static final Map<String, String> HMACS = Map.of(
            "", "HmacSHA1",
            "1.2.840.113549.2.7", "HmacSHA1",
            "1.2.840.113549.2.8", "HmacSHA224",
            "1.2.840.113549.2.9", "HmacSHA256",
            "1.2.840.113549.2.10", "HmacSHA384",
            "1.2.840.113549.2.11", "HmacSHA512");

    private static final Map<String, CbcCipher> CIPHERS = Map.of(
            "2.16.840.1.101.3.4.1.2", CbcCipher.AES_128,
            "2.16.840.1.101.3.4.1.22", CbcCipher.AES_192,
            "2.16.840.1.101.3.4.1.42", CbcCipher.AES_256,
            "1.2.840.113549.3.7", CbcCipher.DES_EDE3,
            "1.3.14.3.2.7", CbcCipher.DES);

    private EncryptedPkcs8() {}

    /// The PKCS#8 key inside.
    static byte[] decrypted(byte[] der, byte[] password) throws Unreadable {
        try {
            var whole = new DerReader(der).sequence();
            var algorithm = whole.sequence();
            return algorithm.oid().equals(PBES2)
                    ? pbes2(algorithm.sequence(), whole.octets(), password)
                    : byTheJdk(der, password);
        } catch (DerReader.Malformed malformed) {
            throw new Unreadable("is damaged: it is no encrypted key in PKCS#8");
        }
    }

    private static byte[] pbes2(DerReader parameters, byte[] encrypted, byte[] password)
            throws Unreadable, DerReader.Malformed {
        var derivation = parameters.sequence();
        var scheme = parameters.sequence();
        var way = derivation.oid();
        var cipher = CIPHERS.get(scheme.oid());
        if (cipher == null) {
            throw unknownWay();
        }
        var settings = derivation.sequence();
        var key = switch (way) {
            case PBKDF2 -> pbkdf2(settings, password, cipher.keyBytes());
            case SCRYPT -> scrypt(settings, password, cipher.keyBytes());
            default -> throw unknownWay();
        };
        return cipher.decrypted(encrypted, key, scheme.octets());
    }

    private static Unreadable unknownWay() {
        return new Unreadable("is encrypted in a way that is not read here; write it anew with 'openssl pkcs8 -topk8'");
    }

    private static byte[] pbkdf2(DerReader settings, byte[] password, int length)
            throws Unreadable, DerReader.Malformed {
        var salt = settings.octets();
        int rounds = settings.integer();
        settings.skipInteger();
        var hmac = HMACS.get(settings.isAtEnd() ? "" : settings.sequence().oid());
        if (hmac == null || rounds < 1 || rounds > MOST_ROUNDS) {
            throw unknownWay();
        }
        return pbkdf2(hmac, password, salt, rounds, length);
    }

    private static byte[] scrypt(DerReader settings, byte[] password, int length)
            throws Unreadable, DerReader.Malformed {
        var salt = settings.octets();
        int cost = settings.integer();
        int blocks = settings.integer();
        int parallel = settings.integer();
        boolean bearable = cost > 1
                && Integer.bitCount(cost) == 1
                && blocks > 0
                && parallel > 0
                && (long) cost * blocks * parallel <= MOST_SCRYPT_BLOCKS;
        if (!bearable) {
            throw unknownWay();
        }
        return Scrypt.key(password, salt, cost, blocks, parallel, length);
    }

    /// By hand: the JDK's takes letters, where the passphrase is bytes.
    static byte[] pbkdf2(String hmac, byte[] password, byte[] salt, int rounds, int length) {
        try {
            var mac = Mac.getInstance(hmac);
            // An empty key is none to the JDK; a zero is the same to HMAC.
            mac.init(new SecretKeySpec(password.length == 0 ? new byte[1] : password, hmac));
            var key = new byte[length];
            int block = 1;
            for (int filled = 0; filled < length; filled += mac.getMacLength()) {
                mac.update(salt);
                var last = mac.doFinal(
                        new byte[] {(byte) (block >>> 24), (byte) (block >>> 16), (byte) (block >>> 8), (byte) block});
                var sum = last.clone();
                for (int round = 1; round < rounds; round++) {
                    last = mac.doFinal(last);
                    for (int at = 0; at < sum.length; at++) {
                        sum[at] ^= last[at];
                    }
                }
                System.arraycopy(sum, 0, key, filled, Math.min(sum.length, length - filled));
                block++;
            }
            return key;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has " + hmac, impossible);
        }
    }

    /// PBES1 and PKCS#12's, as `openssl pkcs8 -topk8 -v1` writes them.
    private static byte[] byTheJdk(byte[] der, byte[] password) throws Unreadable {
        try {
            var info = new EncryptedPrivateKeyInfo(der);
            var letters = new String(password, StandardCharsets.ISO_8859_1).toCharArray();
            var key = SecretKeyFactory.getInstance(info.getAlgName()).generateSecret(new PBEKeySpec(letters));
            var cipher = Cipher.getInstance(info.getAlgName());
            cipher.init(Cipher.DECRYPT_MODE, key, info.getAlgParameters());
            return cipher.doFinal(info.getEncryptedData());
        } catch (BadPaddingException | IllegalBlockSizeException _) {
            throw PemKey.wrongPassphrase();
        } catch (GeneralSecurityException | IOException _) {
            throw unknownWay();
        }
    }
}
