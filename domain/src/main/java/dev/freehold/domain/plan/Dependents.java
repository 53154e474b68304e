package dev.freehold.domain.plan;

/// What becomes of what stands on that which is to go.
public enum Dependents {
    /// They stay, and nothing goes.
    FORBID_IT,
    /// Their layers go too, whole.
    GO_TOO
}
