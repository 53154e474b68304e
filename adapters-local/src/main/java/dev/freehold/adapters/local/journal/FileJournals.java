package dev.freehold.adapters.local.journal;

import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.domain.resource.Phase;
import dev.freehold.ports.state.Journal;
import dev.freehold.ports.state.Journals;
import java.util.EnumMap;
import java.util.Map;

/// The journals of a target's layers, each in its file. To be closed when the command is done.
public final class FileJournals implements Journals, AutoCloseable {
    private final Map<Phase, FileJournal> journals = new EnumMap<>(Phase.class);

    /// Touches no file.
    public FileJournals(TargetFolder target) {
        for (var layer : Phase.LAYERS) {
            journals.put(layer, new FileJournal(target, layer));
        }
    }

    @Override
    public Journal of(Phase layer) {
        var journal = journals.get(layer);
        if (journal == null) {
            throw new IllegalArgumentException(layer.word() + " is no layer, so it has no journal");
        }
        return journal;
    }

    @Override
    public void close() {
        journals.values().forEach(FileJournal::close);
    }
}
