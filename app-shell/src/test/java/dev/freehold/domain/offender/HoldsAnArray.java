package dev.freehold.domain.offender;

/// Breaks the rule that the domain does not change, on purpose: the field is final, what is in it is not.
public final class HoldsAnArray {
    public final int[] numbers = new int[1];
}
