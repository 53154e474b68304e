package dev.freehold.adapters.local.offender;

/// Breaks the arrows of its module on purpose.
public interface KnowsTooMuch {
    void meet(dev.freehold.engine.offender.KnowsTooMuch other);
}
