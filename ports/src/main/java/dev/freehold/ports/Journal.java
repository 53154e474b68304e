package dev.freehold.ports;

import dev.freehold.domain.journal.JournalEntry;
import java.util.List;

/// The append-only record of one layer. Its entries are the truth; everything else is a fold of them.
public interface Journal {

    /// Adds `entry`; it is on disk when this returns.
    void append(JournalEntry entry);

    /// Every entry so far, oldest first.
    ///
    /// @throws dev.freehold.domain.journal.DamagedJournal if a record other than a torn last one can't be
    ///     read
    List<JournalEntry> entries();
}
