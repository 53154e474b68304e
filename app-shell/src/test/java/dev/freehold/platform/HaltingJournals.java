package dev.freehold.platform;

import dev.freehold.domain.journal.JournalEntry;
import dev.freehold.domain.resource.Layer;
import dev.freehold.ports.driver.ProcessHalted;
import dev.freehold.ports.state.Journal;
import dev.freehold.ports.state.Journals;
import java.util.List;

/// Journals whose process dies at one of the records that it writes, counted over all layers.
final class HaltingJournals implements Journals {
    private final Journals kept;
    private final int at;
    private final boolean written;
    private int records;
    private boolean halted;

    /// @param at the record, from 1
    /// @param written whether it is still on disk when the process dies
    HaltingJournals(Journals kept, int at, boolean written) {
        this.kept = kept;
        this.at = at;
        this.written = written;
    }

    /// Journals that never halt, and count.
    static HaltingJournals never(Journals kept) {
        return new HaltingJournals(kept, Integer.MAX_VALUE, true);
    }

    int records() {
        return records;
    }

    @Override
    public Journal of(Layer layer) {
        var journal = kept.of(layer);
        return new Journal() {
            @Override
            public void append(JournalEntry entry) {
                if (halted) {
                    throw new AssertionError("a dead process wrote " + entry);
                }
                records++;
                halted = records == at;
                if (!halted || written) {
                    journal.append(entry);
                }
                if (halted) {
                    throw new ProcessHalted("at record " + at + " (" + entry + ")");
                }
            }

            @Override
            public List<JournalEntry> entries() {
                return journal.entries();
            }
        };
    }
}
