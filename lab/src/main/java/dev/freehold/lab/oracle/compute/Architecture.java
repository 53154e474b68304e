package dev.freehold.lab.oracle.compute;

/// What a processor understands.
public enum Architecture {
    X86,
    ARM
}
