package dev.freehold.engine.offender;

import java.util.concurrent.locks.LockSupport;

/// Breaks the rule about time on purpose.
public final class Parks {
    public void park() {
        LockSupport.parkNanos(this, 1);
    }
}
