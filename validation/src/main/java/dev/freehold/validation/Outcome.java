package dev.freehold.validation;

import java.util.Locale;

/// How a finding or a check ended. Skipped is not passed.
public enum Outcome {
    PASS,
    FAIL,
    SKIPPED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
