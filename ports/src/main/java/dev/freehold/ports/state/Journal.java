package dev.freehold.ports.state;

import dev.freehold.domain.journal.DamagedJournal;
import dev.freehold.domain.journal.JournalEntry;
import java.util.List;

/// The append-only record of one layer. Its entries are the truth; everything else is a fold of them.
public interface Journal {

    /// Adds `entry`; it is on disk when this returns.
    void append(JournalEntry entry);

    /// Adds `entries` in their order; all are on disk when this returns. Cut off on its way, it leaves the
    /// first few of them.
    default void appendAll(List<JournalEntry> entries) {
        entries.forEach(this::append);
    }

    /// Every entry so far, oldest first.
    ///
    /// @throws DamagedJournal if a record other than a torn last one can't be
    ///     read
    List<JournalEntry> entries();

    /// The entries after the first `count`, oldest first: what a state of that version has not folded yet.
    /// The earlier ones need not be decoded.
    ///
    /// @throws DamagedJournal likewise, and if there are fewer than `count`
    default List<JournalEntry> entriesAfter(long count) {
        var entries = entries();
        if (count > entries.size()) {
            throw new DamagedJournal(
                    "the journal has " + entries.size() + " entries, but a state was made of its first " + count);
        }
        return entries.subList((int) count, entries.size());
    }
}
