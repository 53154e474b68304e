package dev.freehold.adapters.local.git;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// Files that Freehold generates together, and brings up to date together.
///
/// @param part what they are, in `[a-z0-9/-]`: the name under which the version generated last is remembered
/// @param files their texts by path inside the repository
public record GeneratedPart(String part, Map<String, String> files) {
    public GeneratedPart {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
