package dev.freehold.adapters.local.journal;

import dev.freehold.adapters.local.record.Records;
import dev.freehold.domain.journal.JournalEntry;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A journal's entries as the bytes that a journal's file has, for whoever keeps them elsewhere.
public final class JournalBytes {
    private JournalBytes() {}

    public static byte[] of(List<JournalEntry> entries) {
        var out = new ByteArrayOutputStream();
        Records.write(FileJournal.FORMAT.header(), out);
        entries.forEach(entry -> Records.write(EntryForm.of(entry), out));
        return out.toByteArray();
    }

    /// @param name what messages call these bytes
    /// @throws dev.freehold.adapters.local.record.DamagedRecord if they are not a journal's
    /// @throws dev.freehold.ports.state.UnusableHome if a newer Freehold wrote them
    public static List<JournalEntry> entries(Path name, byte[] bytes) {
        var records = Records.of(name, bytes);
        if (records.size() == 0) {
            return List.of();
        }
        int version = FileJournal.FORMAT.versionOf(records, name);
        var entries = new ArrayList<JournalEntry>(records.size());
        for (int index = 1; index < records.size(); index++) {
            entries.add(EntryForm.entry(FileJournal.FORMAT.migrated(records.get(index), version)));
        }
        return List.copyOf(entries);
    }
}
