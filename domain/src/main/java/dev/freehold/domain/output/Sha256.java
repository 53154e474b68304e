package dev.freehold.domain.output;

/// The SHA-256 of a file's bytes, as 64 hexadecimal digits in lower case.
public record Sha256(String text) {
    private static final int DIGITS = 64;

    public Sha256 {
        if (text.length() != DIGITS || !text.chars().allMatch(Sha256::isDigit)) {
            throw new IllegalArgumentException("'" + text + "' is no SHA-256 in hexadecimal");
        }
    }

    private static boolean isDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }

    @Override
    public String toString() {
        return text;
    }
}
