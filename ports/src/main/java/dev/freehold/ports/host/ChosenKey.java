package dev.freehold.ports.host;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A key of the user's own that a platform has instead of one made for it.
///
/// @param key its public half
/// @param file where the private half lies; absent where only an agent has it
/// @param isWithAgent whether an agent signs with it; else the file is read
public record ChosenKey(SshPublicKey key, @Nullable Path file, boolean isWithAgent) {
    public ChosenKey {
        if (file == null && !isWithAgent) {
            throw new IllegalArgumentException("a key that is nowhere signs nothing");
        }
    }

    /// An agent signs with what lies behind a passphrase.
    public static ChosenKey in(OwnKeys.Found own) {
        return new ChosenKey(own.key(), own.file(), own.isProtected());
    }

    /// One that an agent holds, wherever it has it from.
    public static ChosenKey with(SshPublicKey held) {
        return new ChosenKey(held, null, true);
    }

    /// What machines are logged into with.
    ///
    /// @param agent asked where it has the key
    public LoginKey loginKey(SshAgent agent) {
        return file == null || isWithAgent ? new LoginKey.WithAgent(agent, key) : new LoginKey.InFile(file);
    }

    /// Where the private half is, for whoever is to use it: a file, or `agent:` and the key's fingerprint.
    public String place() {
        return file == null ? "agent:" + key.fingerprint() : file.toString();
    }
}
