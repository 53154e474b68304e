package dev.freehold.domain.offender;

/// Breaks the rule that only the shell prints, on purpose.
public final class PrintsAStackTrace {
    public void say(IllegalStateException failure) {
        failure.printStackTrace();
    }
}
