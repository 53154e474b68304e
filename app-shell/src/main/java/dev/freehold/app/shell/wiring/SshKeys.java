package dev.freehold.app.shell.wiring;

import dev.freehold.adapters.local.LocalSsh;
import dev.freehold.app.shell.command.Globals;
import dev.freehold.ports.host.KeyChoice;
import dev.freehold.ports.host.SshAgent;
import dev.freehold.ports.host.UserKeyFiles;
import org.jspecify.annotations.Nullable;

/// The SSH keys that a platform may have.
public final class SshKeys {
    private SshKeys() {}

    /// Which key a platform has on this target.
    public static KeyChoice choice(Globals globals, String platform) {
        return Kept.target(globals).keyChoice(platform);
    }

    /// @param socket what `SSH_AUTH_SOCK` says; absent where it is not set
    public static SshAgent agent(@Nullable String socket) {
        return LocalSsh.agent(socket);
    }

    /// The files of keys that the user has already.
    public static UserKeyFiles files() {
        return LocalSsh.keyFiles();
    }
}
