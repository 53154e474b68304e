package dev.freehold.adapters.talos.offender;

/// Breaks the arrows of its module on purpose.
public interface KnowsTooMuch {
    void meet(dev.freehold.app.shell.offender.KnowsTooMuch other);
}
