package dev.freehold.ports.driver;

/// What became of a removal: [Deleted] or [Refused].
public sealed interface DeleteAnswer permits DeleteAnswer.Deleted, Refused {
    /// It is not there (any more).
    record Deleted() implements DeleteAnswer {}
}
