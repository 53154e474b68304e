package dev.freehold.domain.resource;

/// What it means for a node that it refers to another. Whatever the bond, it is made after the other and
/// removed before it.
public enum Bond {
    /// It outlives the other's replacement, and is updated after it.
    COMES_AFTER,
    /// Likewise, and it is also updated after any change in place of the other. So it is with every gate: it
    /// is awaited again.
    FOLLOWS,
    /// It can't outlive the other: replaced with it, removed before it.
    STANDS_ON
}
