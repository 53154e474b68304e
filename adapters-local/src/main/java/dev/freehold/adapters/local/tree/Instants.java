package dev.freehold.adapters.local.tree;

import java.time.DateTimeException;
import java.time.Instant;

/// Instants as ISO 8601 has them.
final class Instants {
    private Instants() {}

    static String text(Instant instant) {
        return instant.toString();
    }

    static Instant parse(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException("'" + text + "' is no instant", unreadable);
        }
    }
}
