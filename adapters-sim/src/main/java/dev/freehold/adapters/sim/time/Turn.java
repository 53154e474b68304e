package dev.freehold.adapters.sim.time;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A thread that runs only while it has the turn.
abstract class Turn {
    private final String name;
    private volatile @Nullable Thread thread;
    private volatile boolean given;

    /// Whose thread begins with its first turn.
    Turn(String name) {
        this.name = name;
    }

    /// Who has a thread already.
    Turn(Thread thread) {
        this.name = thread.getName();
        this.thread = thread;
    }

    /// What the thread does, from its first turn on.
    abstract void live();

    final void wake() {
        var one = thread;
        if (one == null) {
            var first = Thread.ofVirtual().name(name).unstarted(this::live);
            thread = first;
            first.start();
        } else {
            given = true;
            LockSupport.unpark(one);
        }
    }

    final void awaitTurn() {
        while (!given) {
            LockSupport.park(this);
        }
        given = false;
    }

    final void awaitTurnOrInterrupt() throws InterruptedException {
        while (!given) {
            LockSupport.park(this);
            if (Thread.interrupted()) {
                throw new InterruptedException(name + " was interrupted");
            }
        }
        given = false;
    }

    final boolean hasBegun() {
        return thread != null;
    }

    final boolean isThis(Thread current) {
        return thread == current;
    }

    @Override
    public String toString() {
        return name;
    }
}
