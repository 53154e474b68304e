package dev.freehold.lab.oracle.limit;

/// What a limit is counted over.
public enum Scope {
    GLOBAL,
    REGION,
    AD
}
