package dev.freehold.ports.host;

import java.nio.file.Path;

/// Private key files of the user's own. They are looked at, and never changed, copied or given other rights.
@FunctionalInterface
public interface UserKeyFiles {

    /// Looks at a file.
    ///
    /// @return [UserKey], or [Unusable] if it is no private key, others may read it, or it is of a kind that is
    /// not
    ///     supported
    Reading read(Path file);

    /// What a file is: a [UserKey] or [Unusable].
    sealed interface Reading {}

    /// A key that can be used.
    ///
    /// @param key its public half, which stands in the file in the clear
    /// @param isProtected by a passphrase: only an agent that holds it can sign with it
    /// @param hasPublicFile whether the public half lies beside it as well
    record UserKey(Path file, SshPublicKey key, boolean isProtected, boolean hasPublicFile) implements Reading {}

    /// Nothing that machines could be logged into with.
    ///
    /// @param words sentences, with what to do
    record Unusable(String words) implements Reading {}
}
