package dev.freehold.ports.driver;

/// The process is to end here as if it had been killed: thrown by a journal or a driver that plays a crash.
/// Whoever runs work stops at once and neither calls nor writes anything more.
public final class ProcessHalted extends Error {
    private static final long serialVersionUID = 1;

    public ProcessHalted(String where) {
        super(where);
    }
}
