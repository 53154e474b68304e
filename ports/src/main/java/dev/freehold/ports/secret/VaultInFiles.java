package dev.freehold.ports.secret;

import dev.freehold.domain.secret.SecretName;
import java.nio.file.Path;

/// A vault of this computer's, with a file for each secret.
public interface VaultInFiles extends SecretVault {

    /// The file of one secret, whether or not it is there.
    Path file(SecretName name);
}
