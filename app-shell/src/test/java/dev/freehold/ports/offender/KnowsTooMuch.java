package dev.freehold.ports.offender;

/// Breaks the arrows of its module on purpose.
public interface KnowsTooMuch {
    void meet(dev.freehold.engine.offender.KnowsTooMuch other);
}
