package dev.freehold.engine.memory;

import dev.freehold.domain.journal.JournalEntry;
import dev.freehold.domain.resource.Layer;
import dev.freehold.ports.state.Journal;
import dev.freehold.ports.state.Journals;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Journals that forget everything when the process ends.
public final class MemoryJournals implements Journals {
    private final Map<Layer, Journal> journals = new EnumMap<>(Layer.class);

    @Override
    public synchronized Journal of(Layer layer) {
        return journals.computeIfAbsent(layer, _ -> new MemoryJournal());
    }

    private static final class MemoryJournal implements Journal {
        private final List<JournalEntry> entries = new ArrayList<>();

        @Override
        public synchronized void append(JournalEntry entry) {
            entries.add(entry);
        }

        @Override
        public synchronized List<JournalEntry> entries() {
            return List.copyOf(entries);
        }
    }
}
