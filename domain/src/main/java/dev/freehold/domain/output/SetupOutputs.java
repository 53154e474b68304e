package dev.freehold.domain.output;

import dev.freehold.domain.secret.SecretName;

/// What the setup phase's kinds come to have.
public sealed interface SetupOutputs extends Outputs {

    /// @param publicKey the line for `authorized_keys`
    record SshKey(KeyPlace privateKeyFile, String publicKey) implements SetupOutputs {}

    /// @param secret the OAuth client's
    record TailnetClient(SecretName secret) implements SetupOutputs {}

    /// @param file holds the identity
    /// @param recipient `age1...`, which is no secret
    record AgeKey(FilePath file, String recipient) implements SetupOutputs {}

    /// @param folder the work tree
    record GitRepository(FilePath folder) implements SetupOutputs {}

    /// @param sha256 of the file
    record Manifest(FilePath file, Sha256 sha256) implements SetupOutputs {}
}
