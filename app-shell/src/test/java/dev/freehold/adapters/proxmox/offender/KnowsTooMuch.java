package dev.freehold.adapters.proxmox.offender;

/// Breaks the arrows of its module on purpose.
public interface KnowsTooMuch {
    void meet(dev.freehold.adapters.talos.offender.KnowsTooMuch other);
}
