package dev.freehold.ports.host;

import java.nio.file.Path;
import java.util.Optional;

/// The key that machines were launched with, as far as it takes to log in with it.
public sealed interface LoginKey {
    /// The types of keys that log in.
    String ED25519 = "ssh-ed25519";

    /// It signs with SHA-2.
    String RSA = "ssh-rsa";

    /// A private key in OpenSSH's format, without a passphrase. The file is read at each login.
    record InFile(Path file) implements LoginKey {}

    /// One that an agent holds.
    record WithAgent(SshAgent agent, SshPublicKey key) implements LoginKey {}

    /// Why a key logs into no machine, whoever has it; empty if its type does.
    static Optional<String> objection(SshPublicKey key) {
        return key.type().equals(ED25519) || key.type().equals(RSA)
                ? Optional.empty()
                : Optional.of("is of type " + key.type() + "; " + ED25519 + " and " + RSA + " can be used");
    }
}
