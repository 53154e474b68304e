package dev.freehold.domain.resource;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A stage of the platform, in the order in which they build on each other. Every phase but validation is a
/// [Layer].
public enum Phase {
    SETUP,
    IMAGES,
    OCI,
    PROXMOX,
    TALOS,
    VALIDATION;

    /// The phase of that word (`setup`, `images`, ...); empty for any other.
    public static Optional<Phase> ofWord(String word) {
        return Arrays.stream(values())
                .filter(phase -> phase.word().equals(word))
                .findFirst();
    }

    /// The layer that it is; empty for validation, which has no state.
    public Optional<Layer> layer() {
        return Arrays.stream(Layer.values())
                .filter(layer -> layer.phase() == this)
                .findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
