package dev.freehold.domain.journal;

/// A journal says something that cannot have happened; it is kept as it is, and nothing is done on its word.
public final class DamagedJournal extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DamagedJournal(String message) {
        super(message);
    }
}
