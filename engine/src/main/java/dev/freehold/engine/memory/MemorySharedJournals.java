package dev.freehold.engine.memory;

import dev.freehold.domain.journal.JournalEntry;
import dev.freehold.domain.resource.Layer;
import dev.freehold.ports.state.SharedJournals;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Shared journals that forget everything when the process ends.
public final class MemorySharedJournals implements SharedJournals {
    private final Map<Layer, List<JournalEntry>> shared = new EnumMap<>(Layer.class);

    @Override
    public synchronized Map<Layer, Long> versions() {
        var versions = new EnumMap<Layer, Long>(Layer.class);
        shared.forEach((layer, entries) -> versions.put(layer, (long) entries.size()));
        return versions;
    }

    @Override
    public synchronized List<JournalEntry> entries(Layer layer) {
        return shared.getOrDefault(layer, List.of());
    }

    @Override
    public synchronized void share(Layer layer, long known, List<JournalEntry> entries) {
        int there = entries(layer).size();
        if (known != there) {
            throw new IllegalStateException(there + " entries of the " + layer.word() + " layer are shared, not "
                    + known + "; another computer was quicker");
        }
        shared.put(layer, List.copyOf(entries));
    }
}
