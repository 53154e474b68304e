package dev.freehold.engine.look;

/// Whoever asked was interrupted before there was an answer. Nothing was changed.
public final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Interrupted(InterruptedException cause) {
        super("It was interrupted while it looked at what is there.", cause);
    }

    public static Interrupted looking(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new Interrupted(cause);
    }
}
