package dev.freehold.lab.world;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Oracle's ids: `ocid1.<type>.<realm>.<region>.<unique>`. The unique part follows from the seed and the order of
/// creation, so that the same requests to a world of the same seed give the same ids.
public record Ocids(long seed, String region) {
    private static final int UNIQUE_LENGTH = 60;

    /// @param type such as `instance`
    public String regional(String type, long sequence) {
        return "ocid1." + type + ".oc1." + region + '.' + unique(type, sequence);
    }

    /// What is of the whole tenancy names no region.
    public String global(String type, long sequence) {
        return "ocid1." + type + ".oc1.." + unique(type, sequence);
    }

    /// Sixty characters of `a` to `z` and `2` to `7`.
    private String unique(String type, long sequence) {
        var digest = sha256(seed + "/" + type + '/' + sequence);
        var text = new StringBuilder("aaaaaaaa");
        for (var rest = new BigInteger(1, digest); text.length() < UNIQUE_LENGTH; rest = rest.shiftRight(5)) {
            text.append("abcdefghijklmnopqrstuvwxyz234567".charAt(rest.intValue() & 31));
        }
        return text.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException cause) {
            throw new IllegalStateException("Every JDK has SHA-256", cause);
        }
    }
}
