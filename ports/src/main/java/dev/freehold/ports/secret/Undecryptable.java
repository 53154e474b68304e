package dev.freehold.ports.secret;

/// Something encrypted can't be read: it is damaged, or nobody here holds its key. The message is for a person,
/// and tells nothing of the content.
public final class Undecryptable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Undecryptable(String message) {
        super(message);
    }

    public Undecryptable(String message, Throwable cause) {
        super(message, cause);
    }
}
