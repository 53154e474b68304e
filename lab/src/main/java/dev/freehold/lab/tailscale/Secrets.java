package dev.freehold.lab.tailscale;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/// Secrets that look like Tailscale's. Only their hashes are kept.
final class Secrets {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 32;

    private final SecureRandom random = new SecureRandom();

    /// `tskey-` and the rest: `auth`, `api` or `client`, the id by which it is listed, and what nobody can
    /// guess.
    String key(String type, String id) {
        var text = new StringBuilder("tskey-" + type + '-' + id + '-');
        for (int i = 0; i < LENGTH; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /// An id of the form that Tailscale's have: scattered, so that nobody takes them for numbers.
    static String id(char type, long sequence) {
        return type + Long.toString(scattered(sequence) >>> 8, 36) + "CNTRL";
    }

    /// Each number's own place among all (a multiple of 2^64 by the golden ratio).
    static long scattered(long sequence) {
        return sequence * 0x9E3779B97F4A7C15L;
    }

    static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
