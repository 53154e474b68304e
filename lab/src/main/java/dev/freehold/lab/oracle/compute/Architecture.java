package dev.freehold.lab.oracle.compute;

/// What a processor understands.
enum Architecture {
    X86,
    ARM
}
