package dev.freehold.engine.memory;

import dev.freehold.domain.resource.Phase;
import dev.freehold.ports.Journal;
import dev.freehold.ports.JournalContract;

class MemoryJournalsTest implements JournalContract {
    private final MemoryJournals journals = new MemoryJournals();

    @Override
    public Journal journal() {
        return journals.of(Phase.OCI);
    }
}
