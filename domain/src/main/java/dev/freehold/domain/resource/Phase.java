package dev.freehold.domain.resource;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A stage of the platform, in the order in which they build on each other. Every phase but validation is a
/// layer: it has a state, outputs and rollback points of its own.
public enum Phase {
    SETUP,
    IMAGES,
    OCI,
    PROXMOX,
    TALOS,
    VALIDATION;

    /// The phases that have a state, in their order.
    public static final List<Phase> LAYERS = List.of(SETUP, IMAGES, OCI, PROXMOX, TALOS);

    /// The phase of that word (`setup`, `images`, ...); empty for any other.
    public static Optional<Phase> ofWord(String word) {
        return Arrays.stream(values())
                .filter(phase -> phase.word().equals(word))
                .findFirst();
    }

    public boolean isLayer() {
        return this != VALIDATION;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
