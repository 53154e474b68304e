package dev.freehold.adapters.local.ssh;

/// A file that is no Ed25519 key pair in OpenSSH's format, or none that can be used without a person.
final class UnreadableKey extends Exception {
    private static final long serialVersionUID = 1;

    /// @param why as the rest of a sentence that begins with the file's name
    UnreadableKey(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
