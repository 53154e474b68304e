package dev.freehold.domain.journal;

import java.util.Locale;

/// How a run, a phase of it or one resource in it ended.
public enum RunResult {
    SUCCEEDED,
    FAILED,
    INTERRUPTED,
    REFUSED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
