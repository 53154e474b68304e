package dev.freehold.domain.offender;

/// Breaks the rule that the domain does not change, on purpose: whoever asks gets the array itself.
@SuppressWarnings("ArrayRecordComponent")
public record GivesItsArrayAway(int[] numbers) {}
