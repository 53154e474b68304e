package dev.freehold.engine.memory;

import dev.freehold.ports.state.SharedJournals;
import dev.freehold.ports.state.SharedJournalsContract;

class MemorySharedJournalsTest implements SharedJournalsContract {
    private final SharedJournals shared = new MemorySharedJournals();

    @Override
    public SharedJournals shared() {
        return shared;
    }
}
