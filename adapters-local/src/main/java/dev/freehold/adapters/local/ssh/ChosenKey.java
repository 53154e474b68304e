package dev.freehold.adapters.local.ssh;

import dev.freehold.domain.output.KeyPlace;
import dev.freehold.ports.host.LoginKey;
import dev.freehold.ports.host.SshAgent;
import dev.freehold.ports.host.SshPublicKey;
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

    public static ChosenKey in(OwnKeyFile own) {
        return new ChosenKey(own.key(), own.file(), own.isProtected());
    }

    LoginKey loginKey(SshAgent agent) {
        return file == null || isWithAgent ? new LoginKey.WithAgent(agent, key) : new LoginKey.InFile(file);
    }

    KeyPlace place() {
        return file == null ? KeyPlace.withAgent(key.fingerprint()) : new KeyPlace(file.toString());
    }
}
