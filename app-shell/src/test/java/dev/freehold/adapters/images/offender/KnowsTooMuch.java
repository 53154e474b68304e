package dev.freehold.adapters.images.offender;

import picocli.CommandLine;

/// Breaks the arrows of its module on purpose.
public interface KnowsTooMuch {
    void meet(CommandLine other);
}
