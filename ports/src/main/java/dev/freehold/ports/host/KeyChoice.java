package dev.freehold.ports.host;

import java.nio.file.Path;
import java.util.Optional;

/// Which key a platform has: the pair that was made for it, or one of the user's own, of which only the place and
/// the public half are remembered.
///
/// What is chosen is open until the key pair's driver settles it: machines may be launched with the key that the
/// state knows until then.
public interface KeyChoice {

    /// Where the pair lies, or will lie, that is made for the platform.
    Path madeFile();

    /// The public half of that pair; empty if there is none that can be read.
    Optional<SshPublicKey> madeKey();

    /// The user's own key that the platform has; empty if it has the one that was made.
    ///
    /// @throws dev.freehold.ports.state.UnusableHome if that can't be told
    Optional<ChosenKey> settled();

    /// Was something chosen that is not settled yet?
    boolean isOpen();

    /// The key that was chosen last and is not settled yet; empty if nothing is open, or the pair is to be
    /// made.
    Optional<SshPublicKey> openKey();

    /// The platform is to have that key. Its file is left as it is.
    ///
    /// @throws dev.freehold.ports.state.UnusableHome if that can't be written; what was chosen before stays
    void choose(ChosenKey chosen);

    /// The platform is to have the pair that is made for it.
    void chooseMade();

    /// What was chosen and is not settled was not meant.
    void keepSettled();

    /// What machines are logged into with.
    ///
    /// @param agent asked where an agent has the key
    LoginKey loginKey(SshAgent agent);
}
