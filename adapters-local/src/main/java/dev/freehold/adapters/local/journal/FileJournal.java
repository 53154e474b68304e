package dev.freehold.adapters.local.journal;

import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.adapters.local.record.DamagedRecord;
import dev.freehold.adapters.local.record.RecordFile;
import dev.freehold.adapters.local.record.RecordFormat;
import dev.freehold.adapters.local.tree.UntypedOutputs;
import dev.freehold.domain.journal.JournalEntry;
import dev.freehold.domain.resource.Layer;
import dev.freehold.ports.state.Journal;
import java.util.List;

/// A layer's journal in a file of checksummed lines, `state/<layer>/journal`. An append works in an interrupted
/// thread as well.
public final class FileJournal implements Journal, AutoCloseable {
    static final RecordFormat FORMAT = new RecordFormat("freehold-journal", 1, List.of(UntypedOutputs::migrated));

    private final RecordFile file;

    public FileJournal(TargetFolder target, Layer layer) {
        this(target, layer, FORMAT);
    }

    FileJournal(TargetFolder target, Layer layer, RecordFormat format) {
        this.file = new RecordFile(target, target.state(layer), "journal", format);
    }

    @Override
    public void append(JournalEntry entry) {
        appendAll(List.of(entry));
    }

    @Override
    public void appendAll(List<JournalEntry> entries) {
        DamagedRecord.asJournal(() -> {
            file.appendAll(entries.stream().map(EntryForm::of).toList());
            return List.of();
        });
    }

    @Override
    public List<JournalEntry> entries() {
        return entriesAfter(0);
    }

    @Override
    public List<JournalEntry> entriesAfter(long count) {
        return DamagedRecord.asJournal(() -> file.after(count, EntryForm::entry));
    }

    @Override
    public void close() {
        file.close();
    }
}
