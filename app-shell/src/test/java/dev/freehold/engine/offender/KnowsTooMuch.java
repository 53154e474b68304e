package dev.freehold.engine.offender;

/// Breaks the arrows of its module on purpose.
public interface KnowsTooMuch {
    void meet(dev.freehold.adapters.sim.offender.KnowsTooMuch other);
}
