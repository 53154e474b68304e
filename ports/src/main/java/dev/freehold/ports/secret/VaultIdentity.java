package dev.freehold.ports.secret;

import dev.freehold.domain.secret.Secret;
import java.nio.file.Path;

/// The key that opens what a home keeps secret for one target. It is made when it is first needed, and never leaves
/// the home but in a backup.
public interface VaultIdentity {

    Path file();

    /// To whom is encrypted, `age1...`; makes the identity if there is none.
    ///
    /// @throws Undecryptable if the file is damaged
    String recipient();

    /// Whether a passphrase is needed to use it.
    boolean isProtected();

    /// Whether others than its owner may read its file, and the vault with it.
    boolean isOpenToOthers();

    /// Opens it, which asks for its passphrase where it has one and nobody was asked yet.
    ///
    /// @throws Undecryptable if there is none, or it can't be read
    void open();

    /// Puts the identity behind a passphrase; a protected one gets another.
    ///
    /// @throws Undecryptable if it can't be read
    void protect(Secret passphrase);
}
