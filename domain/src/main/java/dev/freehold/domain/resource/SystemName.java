package dev.freehold.domain.resource;

import java.util.Locale;

/// The systems that work goes to, each with its own bound on parallel calls and its own circuit breaker.
public enum SystemName {
    /// This computer.
    LOCAL,
    /// Packer, Dagger or mmdebstrap.
    BUILDER,
    /// The remote of the repository that Flux follows.
    GIT,
    OCI,
    TAILNET,
    PROXMOX,
    TALOS,
    KUBERNETES;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
