package dev.freehold.domain.secret;

import org.jspecify.annotations.Nullable;

/// A value that nobody may see by accident: it shows nothing of itself, its length included, in a log, a
/// message or a debugger's list. No record, so that nothing that reads components finds it.
///
/// What is not text is kept as Base64.
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /// @throws IllegalArgumentException if it is empty: nothing was ever meant to be a secret's value
    public static Secret of(String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a secret can't be empty");
        }
        return new Secret(value);
    }

    /// The value itself, for the one call that needs it.
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret && value.equals(secret.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "(a secret)";
    }
}
