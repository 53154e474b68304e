package dev.freehold.domain.resource;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a resource came to have once it was real (addresses, OCIDs, fingerprints, file paths), by name.
/// Secrets are never among them, only references to where they are kept.
public record Outputs(Map<String, Setting> values) {
    public static final Outputs NONE = new Outputs(Map.of());

    public Outputs {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    public static Outputs of(String name, String value) {
        return new Outputs(Map.of(name, Setting.text(value)));
    }

    public static Outputs of(String name, String value, String name2, String value2) {
        return new Outputs(Map.of(name, Setting.text(value), name2, Setting.text(value2)));
    }

    /// The text of that name; empty where there is none or it is not a text.
    public Optional<String> text(String name) {
        return values.get(name) instanceof Setting.Text(var value) ? Optional.of(value) : Optional.empty();
    }
}
