package dev.freehold.domain.journal;

import java.util.Locale;

/// What is done to a node. A replacement is a delete and a create.
public enum Operation {
    CREATE,
    UPDATE,
    DELETE,
    AWAIT;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The word for a node to which it was done.
    public String past() {
        return switch (this) {
            case CREATE -> "created";
            case UPDATE -> "updated";
            case DELETE -> "deleted";
            case AWAIT -> "awaited";
        };
    }
}
