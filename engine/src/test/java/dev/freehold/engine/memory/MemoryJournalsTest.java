package dev.freehold.engine.memory;

import dev.freehold.domain.resource.Layer;
import dev.freehold.ports.state.Journal;
import dev.freehold.ports.state.JournalContract;

class MemoryJournalsTest implements JournalContract {
    private final MemoryJournals journals = new MemoryJournals();

    @Override
    public Journal journal() {
        return journals.of(Layer.OCI);
    }
}
