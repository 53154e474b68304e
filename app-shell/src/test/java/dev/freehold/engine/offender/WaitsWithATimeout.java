package dev.freehold.engine.offender;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Breaks the rule about time on purpose.
public final class WaitsWithATimeout {
    public boolean await(CountDownLatch latch) throws InterruptedException {
        return latch.await(1, TimeUnit.SECONDS);
    }
}
