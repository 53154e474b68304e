package dev.freehold.engine.offender;

import java.time.Duration;

/// Breaks the rule about time on purpose.
public final class Sleeps {
    public void rest() throws InterruptedException {
        Thread.sleep(Duration.ofMillis(1));
    }
}
