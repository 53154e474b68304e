package dev.freehold.adapters.sim.world;

import dev.freehold.ports.world.WorldChange;
import dev.freehold.ports.world.WorldLog;
import java.util.ArrayList;
import java.util.List;

/// A log that lasts as long as whoever holds it.
public final class MemoryWorldLog implements WorldLog {
    private final List<WorldChange> changes = new ArrayList<>();

    /// A log that remembers nothing, for a world that nobody will open again.
    public static WorldLog forgetful() {
        return new WorldLog() {
            @Override
            public void append(WorldChange change) {}

            @Override
            public List<WorldChange> entries() {
                return List.of();
            }
        };
    }

    @Override
    public void append(WorldChange change) {
        changes.add(change);
    }

    @Override
    public List<WorldChange> entries() {
        return List.copyOf(changes);
    }
}
