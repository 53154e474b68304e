package dev.freehold.engine.caller;

import java.util.ArrayList;
import java.util.List;

/// How a run is told to stop early (Ctrl-C): nothing new starts, what runs is cut short and recorded as in
/// doubt. May be raised from any thread, before or while the run goes; it stays raised.
public final class StopSign {
    private final List<Runnable> watchers = new ArrayList<>();
    private boolean raised;

    public void raise() {
        List<Runnable> told;
        synchronized (this) {
            if (raised) {
                return;
            }
            raised = true;
            told = List.copyOf(watchers);
        }
        told.forEach(Runnable::run);
    }

    public synchronized boolean raised() {
        return raised;
    }

    /// Calls `watcher` once the sign is raised; at once if it is already.
    public void watch(Runnable watcher) {
        synchronized (this) {
            watchers.add(watcher);
            if (!raised) {
                return;
            }
        }
        watcher.run();
    }

    public synchronized void forget(Runnable watcher) {
        watchers.remove(watcher);
    }
}
