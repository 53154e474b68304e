package dev.freehold.ports.driver;

/// A call of which we do not know, or not yet, what it did.
public abstract sealed class SystemFault extends RuntimeException permits Busy, Silent, Unforeseen {
    private static final long serialVersionUID = 1;

    SystemFault(String words) {
        super(words);
    }
}
