package dev.freehold.ports.driver;

/// No answer in time: it may have happened, so `observe` before anything else.
public final class Silent extends SystemFault {
    private static final long serialVersionUID = 1;

    public Silent(String words) {
        super(words);
    }
}
