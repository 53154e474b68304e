package dev.freehold.adapters.sim.offender;

/// Breaks the arrows of its module on purpose.
public interface KnowsTooMuch {
    void meet(dev.freehold.adapters.local.offender.KnowsTooMuch other);
}
