package dev.freehold.domain.resource;

import java.util.regex.Pattern;

/// The identity of a node of the blueprint, for ever: `phase/kind/name` in `[a-z0-9./-]`.
public record ResourceId(String text) implements Comparable<ResourceId> {
    private static final Pattern FORM = Pattern.compile("[a-z]+/[a-z0-9-]+/[a-z0-9.-]+");

    public ResourceId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a resource id; one reads phase/kind/name in [a-z0-9./-]");
        }
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

    @Override
    public int compareTo(ResourceId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
