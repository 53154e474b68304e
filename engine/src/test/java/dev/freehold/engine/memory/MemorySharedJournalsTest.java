package dev.freehold.engine.memory;

import dev.freehold.ports.SharedJournals;
import dev.freehold.ports.SharedJournalsContract;

class MemorySharedJournalsTest implements SharedJournalsContract {
    private final SharedJournals shared = new MemorySharedJournals();

    @Override
    public SharedJournals shared() {
        return shared;
    }
}
