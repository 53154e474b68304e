package dev.freehold.adapters.local.sops;

import dev.freehold.ports.secret.Undecryptable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The key of one file, with which each of its values is encrypted by itself: AES-256 in Galois/Counter mode, bound
/// to the value's path.
final class DataKey {
    static final int BYTES = 32;

    /// What `sops` takes; AES-GCM hashes one of that length first.
    private static final int IV_BYTES = 32;

    private static final int TAG_BYTES = 16;

    /// The values of one ciphertext.
    private static final Pattern ENCRYPTED =
            Pattern.compile("ENC\\[AES256_GCM,data:([^,]*),iv:([^,]+),tag:([^,]+),type:([a-z]+)]");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;

    /// @throws Undecryptable if it is not 32 bytes long
    DataKey(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new Undecryptable("its data key has " + bytes.length + " bytes, where " + BYTES + " are wanted");
        }
        this.bytes = bytes.clone();
    }

    static DataKey generate() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new DataKey(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /// Whether that has the looks of an encrypted value.
    static boolean isEncrypted(String text) {
        return text.startsWith("ENC[AES256_GCM,");
    }

    /// @param bound what the value is bound to: its path, or when the file was changed
    String encrypt(ValueForm value, String bound) {
        if (value.text().isEmpty()) {
            return "";
        }
        var iv = new byte[IV_BYTES];
        RANDOM.nextBytes(iv);
        try {
            var plain = value.text().getBytes(StandardCharsets.UTF_8);
            var sealed = cipher(Cipher.ENCRYPT_MODE, iv, bound).doFinal(plain);
            int end = sealed.length - TAG_BYTES;
            return "ENC[AES256_GCM,data:" + base64(Arrays.copyOf(sealed, end)) + ",iv:" + base64(iv) + ",tag:"
                    + base64(Arrays.copyOfRange(sealed, end, sealed.length)) + ",type:" + value.type() + ']';
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no AES-GCM", impossible);
        }
    }

    /// @throws Undecryptable if it is damaged, stood elsewhere, or has another key
    ValueForm decrypt(String text, String bound) {
        if (text.isEmpty()) {
            return new ValueForm("str", "");
        }
        var match = ENCRYPTED.matcher(text);
        if (!match.matches()) {
            throw new Undecryptable("it is not encrypted as SOPS encrypts values");
        }
        var data = bytes(match.group(1));
        var iv = bytes(match.group(2));
        var tag = bytes(match.group(3));
        if (tag.length != TAG_BYTES) {
            throw new Undecryptable("it is damaged");
        }
        var sealed = Arrays.copyOf(data, data.length + tag.length);
        System.arraycopy(tag, 0, sealed, data.length, tag.length);
        try {
            var plain = cipher(Cipher.DECRYPT_MODE, iv, bound).doFinal(sealed);
            return new ValueForm(match.group(4), new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException damaged) {
            throw new Undecryptable("it is damaged, was moved here from another key, or has another data key", damaged);
        }
    }

    private Cipher cipher(int mode, byte[] iv, String bound) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(bytes, "AES"), new GCMParameterSpec(TAG_BYTES * 8, iv));
        cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /// Only what [#base64] writes: elsewhere a flipped bit might go unseen.
    private static byte[] bytes(String base64) {
        try {
            var bytes = Base64.getDecoder().decode(base64);
            if (base64(bytes).equals(base64)) {
                return bytes;
            }
        } catch (IllegalArgumentException malformed) {
            throw new Undecryptable("it is damaged", malformed);
        }
        throw new Undecryptable("it is damaged");
    }
}
