package dev.freehold.ports.secret;

import dev.freehold.domain.secret.Secret;
import java.nio.file.Path;

/// Where the passphrase of a protected file comes from.
@FunctionalInterface
public interface Passphrases {

    /// The passphrase of `file`.
    ///
    /// @throws RuntimeException whatever says that there is none; it reaches whoever asked for what is in the
    /// file
    Secret of(Path file);
}
