package dev.freehold.domain.journal;

/// An idempotency token: the same token asked twice makes one thing. At most 64 characters, as OCI's
/// `opc-retry-token` allows.
public record Token(String text) {
    public Token {
        if (!text.matches("[0-9A-Za-z-]{1,64}")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a token of at most 64 letters, digits and dashes");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
