package dev.freehold.domain.allowance;

/// What a [Violation] violates, under a name that scripts rely on.
public interface Rule {
    /// The stable name, such as `a1-ocpus`.
    String id();
}
