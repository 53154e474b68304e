package dev.freehold.validation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The rows of the validation matrix.
public enum CheckName {
    IMAGES,
    OCI,
    PROXMOX,
    TALOS,
    COST;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The check of that word (`images`, `oci`, ...); empty for any other.
    public static Optional<CheckName> ofWord(String word) {
        return Arrays.stream(values())
                .filter(check -> check.word().equals(word))
                .findFirst();
    }
}
