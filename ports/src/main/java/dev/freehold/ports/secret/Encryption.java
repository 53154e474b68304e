package dev.freehold.ports.secret;

/// Encrypts what leaves this computer, or lies on it, so that only whoever holds its identity reads it. Whatever
/// comes back is whole: a changed bit is refused, not decrypted into something else.
public interface Encryption {

    /// Encrypts `plain`; twice the same gives two different texts.
    byte[] encrypt(byte[] plain);

    /// Gives back what [#encrypt] was given.
    ///
    /// @throws Undecryptable if it is damaged, or was encrypted for somebody else
    byte[] decrypt(byte[] encrypted);
}
