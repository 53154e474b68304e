package dev.freehold.adapters.sim.call;

import java.util.Locale;

/// What a target can be asked to do about one node.
public enum Act {
    OBSERVE,
    CREATE,
    UPDATE,
    DELETE,
    AWAIT;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
