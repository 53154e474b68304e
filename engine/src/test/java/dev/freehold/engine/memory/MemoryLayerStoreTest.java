package dev.freehold.engine.memory;

import dev.freehold.ports.state.LayerStore;
import dev.freehold.ports.state.LayerStoreContract;
import java.time.Instant;

class MemoryLayerStoreTest implements LayerStoreContract {
    private final MemoryLayerStore store = new MemoryLayerStore(() -> Instant.EPOCH);

    @Override
    public LayerStore store() {
        return store;
    }
}
