package dev.freehold.domain.resource;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A phase that has a state, outputs and rollback points of its own, and is deployed and destroyed on its own;
/// in the order in which they build on each other. Every [Phase] but validation is one.
public enum Layer {
    SETUP(Phase.SETUP),
    IMAGES(Phase.IMAGES),
    OCI(Phase.OCI),
    PROXMOX(Phase.PROXMOX),
    TALOS(Phase.TALOS);

    /// Each of them, in their order.
    public static final List<Layer> ALL = List.of(values());

    private final Phase phase;

    Layer(Phase phase) {
        this.phase = phase;
    }

    /// The layer of that word (`setup`, `images`, ...); empty for any other, `validation` among them.
    public static Optional<Layer> ofWord(String word) {
        return Arrays.stream(values())
                .filter(layer -> layer.word().equals(word))
                .findFirst();
    }

    public Phase phase() {
        return phase;
    }

    public String word() {
        return phase.word();
    }
}
