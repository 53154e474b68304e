package dev.freehold.ports.host;

import java.util.List;

/// A program that keeps SSH keys and signs with them; it never gives a private key away.
public interface SshAgent {

    /// What it holds, in its own order. Asks it each time.
    Holding keys();

    /// Lets it sign. It may ask whoever sits there first, so that this may take as long as a person.
    ///
    /// @param algorithm by which, such as `ssh-ed25519` or `rsa-sha2-512`
    /// @param data what is signed, unhashed
    Signing sign(SshPublicKey key, String algorithm, byte[] data);

    /// What came of asking for its keys: [Held] or [NoAgent].
    sealed interface Holding permits Held, NoAgent {}

    record Held(List<SshPublicKey> keys) implements Holding {
        public Held {
            keys = List.copyOf(keys);
        }
    }

    /// Nobody answered, or nobody who speaks as an agent does.
    ///
    /// @param words sentences, with what to do
    record NoAgent(String words) implements Holding, Signing {}

    /// What came of asking for a signature: [Signed], [Declined] or [NoAgent].
    sealed interface Signing permits Signed, Declined, NoAgent {}

    /// @param signature in SSH's wire form, with its algorithm in it
    @SuppressWarnings("ArrayRecordComponent") // passed on at once, compared by nobody
    record Signed(byte[] signature) implements Signing {}

    /// It is there and does not sign: it does not hold the key, is locked, or somebody said no.
    record Declined() implements Signing {}
}
