package dev.freehold.domain.output;

/// Where the private half of a key is, for whoever is to use it: the path of a file, or `agent:` and the key's
/// fingerprint as `ssh-keygen -l` shows it, where an agent holds it.
public record KeyPlace(String text) {
    private static final String AGENT = "agent:";

    public KeyPlace {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a key is somewhere");
        }
    }

    public static KeyPlace withAgent(String fingerprint) {
        return new KeyPlace(AGENT + fingerprint);
    }

    @Override
    public String toString() {
        return text;
    }
}
