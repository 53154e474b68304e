package dev.freehold.ports.host;

import dev.freehold.domain.output.KeyPlace;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A key of the user's own that a platform has instead of one made for it.
///
/// @param key its public half
/// @param file where the private half lies; absent where only an agent has it
/// @param signer what signs with it
public record ChosenKey(SshPublicKey key, @Nullable Path file, Signer signer) {

    /// What signs with a key.
    public enum Signer {
        AGENT,
        /// Whoever reads the file.
        FILE
    }

    public ChosenKey {
        if (file == null && signer == Signer.FILE) {
            throw new IllegalArgumentException("a key that is nowhere signs nothing");
        }
    }

    public boolean isWithAgent() {
        return signer == Signer.AGENT;
    }

    /// The key of a file; one behind a passphrase is an agent's to sign with.
    public static ChosenKey in(UserKeyFiles.UserKey own) {
        return new ChosenKey(own.key(), own.file(), own.isProtected() ? Signer.AGENT : Signer.FILE);
    }

    /// Why a key can't be chosen, as the rest of a sentence that begins with its name; empty if it can.
    public static Optional<String> objection(SshPublicKey key) {
        return key.type().equals(SshPublicKey.ED25519) || key.type().equals(SshPublicKey.RSA)
                ? Optional.empty()
                : Optional.of("is of type " + key.type() + "; " + SshPublicKey.ED25519 + " and " + SshPublicKey.RSA
                        + " can be used");
    }

    /// What machines are logged into with.
    ///
    /// @param agent asked where an agent has the key
    public LoginKey loginKey(SshAgent agent) {
        return file == null || isWithAgent() ? new LoginKey.WithAgent(agent, key) : new LoginKey.InFile(file);
    }

    public KeyPlace place() {
        return file == null ? KeyPlace.withAgent(key.fingerprint()) : new KeyPlace(file.toString());
    }
}
