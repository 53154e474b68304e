package dev.freehold.adapters.oci.offender;

/// Breaks the arrows of its module on purpose.
public interface KnowsTooMuch {
    void meet(dev.freehold.lab.offender.KnowsTooMuch other);
}
