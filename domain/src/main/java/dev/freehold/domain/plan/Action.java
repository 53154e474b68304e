package dev.freehold.domain.plan;

import java.util.Locale;

/// What a plan means to do with one node.
public enum Action {
    CREATE,
    /// Take over what stands already as it is wanted, though no state of this home knows of it.
    ADOPT,
    UPDATE,
    /// Delete what stands, then create what is wanted.
    REPLACE,
    DELETE,
    KEEP;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
