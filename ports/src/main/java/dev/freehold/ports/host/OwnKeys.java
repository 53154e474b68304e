package dev.freehold.ports.host;

import java.nio.file.Path;

/// Private key files of the user's own. They are looked at, and never changed, copied or given other rights.
public interface OwnKeys {

    /// What lies in `file`. Reads it each time.
    Look look(Path file);

    /// What came of looking: [Found] or [NotUsable].
    sealed interface Look permits Found, NotUsable {}

    /// A key that machines can be logged into with.
    ///
    /// @param key its public half, which stands in the file in the clear
    /// @param isProtected by a passphrase: only an agent that holds it can sign with it
    /// @param hasPublicFile whether the public half lies beside it as well
    record Found(Path file, SshPublicKey key, boolean isProtected, boolean hasPublicFile) implements Look {}

    /// There is none, others may read it, or it is of a kind that is not supported.
    ///
    /// @param words sentences, with what to do
    record NotUsable(String words) implements Look {}
}
