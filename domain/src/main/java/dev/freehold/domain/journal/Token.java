package dev.freehold.domain.journal;

/// An idempotency token: the same token asked twice makes one thing. At most 64 characters, as OCI's
/// `opc-retry-token` allows.
public record Token(String text) {
    public Token {
        if (!isWellFormed(text)) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a token of at most 64 letters, digits and dashes");
        }
    }

    // by hand and not by a pattern: each call of each rehearsed run has one
    private static boolean isWellFormed(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && !(c >= '0' && c <= '9') && c != '-') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= 64;
    }

    @Override
    public String toString() {
        return text;
    }
}
