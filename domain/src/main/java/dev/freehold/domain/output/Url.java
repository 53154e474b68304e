package dev.freehold.domain.output;

/// The address of a service, such as `https://10.20.0.10:6443`.
public record Url(String text) {
    public Url {
        if (!text.matches("[a-z][a-z0-9+.-]*://[^\\s]+")) {
            throw new IllegalArgumentException("'" + text + "' is no address of a service");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
