package dev.freehold.adapters.local.journal;

import dev.freehold.domain.journal.JournalEntry;
import dev.freehold.domain.journal.JournalEntry.Achieved;
import dev.freehold.domain.journal.JournalEntry.Intended;
import dev.freehold.domain.journal.JournalEntry.LeftInDoubt;
import dev.freehold.domain.journal.JournalEntry.NotDone;
import dev.freehold.domain.journal.JournalEntry.RollbackPointKept;
import dev.freehold.domain.journal.JournalEntry.RunFinished;
import dev.freehold.domain.journal.JournalEntry.RunStarted;

/// What each entry is called in a file: for ever, whatever becomes of the Java names.
enum EntryName {
    RUN_STARTED("run-started"),
    INTENDED("intended"),
    ACHIEVED("achieved"),
    NOT_DONE("not-done"),
    LEFT_IN_DOUBT("left-in-doubt"),
    ROLLBACK_POINT_KEPT("rollback-point-kept"),
    RUN_FINISHED("run-finished");

    private static final EntryName[] ALL = values();

    private final String wire;

    EntryName(String wire) {
        this.wire = wire;
    }

    String wire() {
        return wire;
    }

    static EntryName of(JournalEntry entry) {
        return switch (entry) {
            case RunStarted _ -> RUN_STARTED;
            case Intended _ -> INTENDED;
            case Achieved _ -> ACHIEVED;
            case NotDone _ -> NOT_DONE;
            case LeftInDoubt _ -> LEFT_IN_DOUBT;
            case RollbackPointKept _ -> ROLLBACK_POINT_KEPT;
            case RunFinished _ -> RUN_FINISHED;
        };
    }

    static EntryName ofWire(String word) {
        for (var name : ALL) {
            if (name.wire.equals(word)) {
                return name;
            }
        }
        throw new IllegalArgumentException("no entry is called '" + word + "'");
    }
}
