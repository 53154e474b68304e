package dev.freehold.validation;

import java.util.Locale;

/// How a finding or a check ended. Skipped is not passed; a warning is something to know that fails nothing,
/// and no check ends in one.
public enum Outcome {
    PASS,
    WARNING,
    FAIL,
    SKIPPED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
