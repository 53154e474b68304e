package dev.freehold.lab.offender;

/// Breaks the arrows of its module on purpose.
public interface KnowsTooMuch {
    void meet(dev.freehold.domain.offender.KnowsTooMuch other);
}
