package dev.freehold.ports.secret;

import dev.freehold.domain.secret.SecretName;
import java.util.Optional;

/// A value that only a person has, and that has to be in the vault before a secret can be encrypted.
///
/// @param words what it is and where it comes from
/// @param begins what each such value begins with, by its issuer's rules; empty where nothing is known
public record NeededSecret(SecretName name, String words, String begins) {
    /// Why that is no such value; empty if it may be one. Shows nothing of it.
    public Optional<String> objection(String value) {
        if (value.isBlank()) {
            return Optional.of("please answer");
        }
        if (!value.equals(value.strip()) || value.lines().count() > 1) {
            return Optional.of("it is one line, without blanks around it");
        }
        return value.startsWith(begins) ? Optional.empty() : Optional.of("it begins with " + begins);
    }
}
