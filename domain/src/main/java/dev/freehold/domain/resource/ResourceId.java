package dev.freehold.domain.resource;

import org.jspecify.annotations.Nullable;

/// The identity of a node of the blueprint, for ever: `phase/kind/name` in `[a-z0-9./-]`.
public record ResourceId(String text) implements Comparable<ResourceId> {

    public ResourceId {
        if (!isWellFormed(text)) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a resource id; one reads phase/kind/name in [a-z0-9./-]");
        }
    }

    // by hand and not by a pattern: planning ten thousand hosts checks some hundred thousand ids
    private static boolean isWellFormed(String text) {
        int kind = text.indexOf('/') + 1;
        int name = text.indexOf('/', kind) + 1;
        if (kind < 2 || name < kind + 2 || name == text.length()) {
            return false;
        }
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean letter = c >= 'a' && c <= 'z';
            boolean digitOrDash = (c >= '0' && c <= '9') || c == '-';
            boolean slash = c == '/' && (at == kind - 1 || at == name - 1);
            if (!letter && !slash && !(digitOrDash && at >= kind) && !(c == '.' && at >= name)) {
                return false;
            }
        }
        return true;
    }

    public static ResourceId of(Phase phase, String kind, String name) {
        return new ResourceId(phase.word() + '/' + kind + '/' + name);
    }

    public Phase phase() {
        var word = text.substring(0, text.indexOf('/'));
        return Phase.ofWord(word).orElseThrow(() -> new IllegalArgumentException("no phase is called " + word));
    }

    public String kind() {
        int slash = text.indexOf('/');
        return text.substring(slash + 1, text.indexOf('/', slash + 1));
    }

    public String name() {
        return text.substring(text.lastIndexOf('/') + 1);
    }

    // by hand, too: what a record is given by itself is linked when first called, ten milliseconds of a cold start
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ResourceId id && text.equals(id.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public int compareTo(ResourceId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
