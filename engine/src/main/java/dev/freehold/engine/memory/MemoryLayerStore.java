package dev.freehold.engine.memory;

import dev.freehold.domain.journal.LayerState;
import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.resource.Layer;
import dev.freehold.ports.state.LayerStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// States that are forgotten when the process ends. It keeps the newest of each layer, and of earlier ones
/// only that they were there.
public final class MemoryLayerStore implements LayerStore {
    private final Supplier<Instant> now;
    private final Map<Layer, LayerState> newest = new EnumMap<>(Layer.class);
    private final Map<Layer, List<Published>> history = new EnumMap<>(Layer.class);
    private @Nullable Holder holder;

    /// @param now the time that states are published at
    public MemoryLayerStore(Supplier<Instant> now) {
        this.now = now;
    }

    @Override
    public synchronized LayerState read(Layer layer) {
        var state = newest.get(layer);
        return state == null ? LayerState.empty(layer) : state;
    }

    @Override
    public synchronized void publish(LayerState state) {
        long version = read(state.layer()).version();
        if (state.version() <= version) {
            throw new IllegalStateException("a state of version " + version + " of the "
                    + state.layer().word() + " layer was published already; this one is of version " + state.version());
        }
        newest.put(state.layer(), state);
        history.computeIfAbsent(state.layer(), _ -> new ArrayList<>(2))
                .add(new Published(state.version(), now.get(), standing(state)));
    }

    private static int standing(LayerState state) {
        int count = 0;
        for (var known : state.nodes().values()) {
            count += known instanceof Standing.Stands ? 1 : 0;
        }
        return count;
    }

    @Override
    public synchronized List<Published> history(Layer layer) {
        return List.copyOf(history.getOrDefault(layer, List.of()));
    }

    @Override
    public synchronized LockAnswer lock(Holder wanting) {
        var writing = holder;
        if (writing != null) {
            return new LockAnswer.HeldBy(writing);
        }
        holder = wanting;
        return new LockAnswer.Locked(new AutoCloseable() {
            private boolean closed;

            @Override
            public void close() {
                synchronized (MemoryLayerStore.this) {
                    holder = closed ? holder : null;
                    closed = true;
                }
            }
        });
    }
}
