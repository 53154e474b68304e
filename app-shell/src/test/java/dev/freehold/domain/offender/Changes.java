package dev.freehold.domain.offender;

/// Breaks the rule that the domain does not change, on purpose.
public final class Changes {
    public int count;
}
