package dev.freehold.app.shell.screen;

import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/// Ctrl-C, while a command runs that can be stopped safely. Closing gives it back to whoever had it.
public final class Interrupts implements AutoCloseable {
    private static final String SIGNAL = "INT";

    private final @Nullable Object before;

    private Interrupts(@Nullable Object before) {
        this.before = before;
    }

    /// Calls `stop` at each Ctrl-C until this is closed.
    public static Interrupts calling(Runnable stop) {
        return new Interrupts(Signals.register(SIGNAL, stop));
    }

    @Override
    public void close() {
        if (before != null) {
            Signals.unregister(SIGNAL, before);
        }
    }
}
