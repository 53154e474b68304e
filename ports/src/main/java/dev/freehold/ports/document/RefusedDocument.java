package dev.freehold.ports.document;

/// A document that can't be read, or can't be encrypted as it is. The message is for a person: where, what, and
/// what to do; it shows no values.
public final class RefusedDocument extends RuntimeException {
    private static final long serialVersionUID = 1;

    public RefusedDocument(String message) {
        super(message);
    }

    public RefusedDocument(String message, Throwable cause) {
        super(message, cause);
    }

    public static RefusedDocument at(int line, String message) {
        return new RefusedDocument("line " + line + ": " + message);
    }
}
