package dev.freehold.lab.limit;

/// What a limit is counted over.
public enum Scope {
    GLOBAL,
    REGION,
    AD
}
