package dev.freehold.ports.host;

import java.nio.file.Path;

/// The key that machines were launched with, as far as it takes to log in with it.
public sealed interface LoginKey {

    /// A private key in OpenSSH's format, without a passphrase. The file is read at each login.
    record InFile(Path file) implements LoginKey {}

    /// One that an agent holds.
    record WithAgent(SshAgent agent, SshPublicKey key) implements LoginKey {}
}
