package dev.freehold.ports.driver;

/// An answer whose words we do not know: stop, and show them.
public final class Unforeseen extends SystemFault {
    private static final long serialVersionUID = 1;

    public Unforeseen(String words) {
        super(words);
    }
}
