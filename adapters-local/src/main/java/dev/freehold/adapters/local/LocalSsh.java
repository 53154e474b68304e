package dev.freehold.adapters.local;

import dev.freehold.adapters.local.ssh.SshAgentSocket;
import dev.freehold.adapters.local.ssh.UserKeyFile;
import dev.freehold.ports.host.SshAgent;
import dev.freehold.ports.host.UserKeyFiles;
import org.jspecify.annotations.Nullable;

/// The SSH keys that a user of this computer has already.
public final class LocalSsh {
    private LocalSsh() {}

    /// The user's SSH agent. Connects to nobody yet.
    ///
    /// @param socket what `SSH_AUTH_SOCK` says; absent where it is not set
    public static SshAgent agent(@Nullable String socket) {
        return new SshAgentSocket(socket);
    }

    public static UserKeyFiles keyFiles() {
        return UserKeyFile::look;
    }
}
