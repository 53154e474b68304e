package dev.freehold.adapters.local.journal;

import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.PerLayer;
import dev.freehold.ports.state.Journal;
import dev.freehold.ports.state.Journals;

/// The journals of a target's layers, each in its file. To be closed when the command is done.
public final class FileJournals implements Journals, AutoCloseable {
    private final PerLayer<FileJournal> journals;

    /// Touches no file.
    public FileJournals(TargetFolder target) {
        journals = PerLayer.of(layer -> new FileJournal(target, layer));
    }

    @Override
    public Journal of(Layer layer) {
        return journals.of(layer);
    }

    @Override
    public void close() {
        journals.values().forEach(FileJournal::close);
    }
}
