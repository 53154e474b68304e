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
}
