package dev.freehold.domain.secret;

/// What a secret is called in the vault: `[a-z0-9.-]`, beginning and ending in a letter or a digit, so that it
/// can be a file's name on every system.
public record SecretName(String text) implements Comparable<SecretName> {
    /// Shorter than any file system's names, with room for an ending.
    private static final int MOST_LETTERS = 100;

    /// The end of a sentence about what is none.
    public static final String RULE = "no name for a secret; one has at most " + MOST_LETTERS
            + " of a to z, 0 to 9, dots and dashes, and begins and ends in a letter or a digit";

    /// How a state or an output refers to a secret: this, and its name.
    private static final String REFERENCE = "vault:";

    public SecretName {
        if (!isWellFormed(text)) {
            throw new IllegalArgumentException("'" + text + "' is " + RULE);
        }
    }

    /// Whether that can be a name.
    public static boolean isWellFormed(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean inside = at > 0 && at < text.length() - 1;
            boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (!letterOrDigit && !(inside && (c == '.' || c == '-'))) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= MOST_LETTERS;
    }

    /// @throws IllegalArgumentException unless it is what [#reference] gives
    public static SecretName ofReference(String text) {
        if (!text.startsWith(REFERENCE)) {
            throw new IllegalArgumentException("'" + text + "' is no reference to a secret, such as vault:tailnet");
        }
        return new SecretName(text.substring(REFERENCE.length()));
    }

    /// `vault:` and the name: what stands in outputs and states in the place of the value.
    public String reference() {
        return REFERENCE + text;
    }

    @Override
    public int compareTo(SecretName other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
