package dev.freehold.engine.share;

import dev.freehold.domain.journal.JournalEntry;
import java.util.List;

/// How a layer's journal here and the shared one stand to each other.
public sealed interface Relation {

    /// Both say the same.
    record Same() implements Relation {}

    /// Here are entries that were never shared: a run died before it could, or did not reach the place.
    record MoreHere(List<JournalEntry> unshared) implements Relation {}

    /// Another computer has worked on the layer since.
    record MoreThere(List<JournalEntry> missing) implements Relation {}

    /// Two computers have worked on the layer without knowing of each other.
    ///
    /// @param common how many entries both have
    /// @param here what only this computer's has, oldest first
    /// @param there what only the shared one has
    record Parted(long common, List<JournalEntry> here, List<JournalEntry> there) implements Relation {}

    static Relation of(List<JournalEntry> here, List<JournalEntry> there) {
        int both = Math.min(here.size(), there.size());
        int common = 0;
        while (common < both && here.get(common).equals(there.get(common))) {
            common++;
        }
        var onlyHere = List.copyOf(here.subList(common, here.size()));
        var onlyThere = List.copyOf(there.subList(common, there.size()));
        if (onlyHere.isEmpty() && onlyThere.isEmpty()) {
            return new Same();
        }
        if (onlyThere.isEmpty()) {
            return new MoreHere(onlyHere);
        }
        return onlyHere.isEmpty() ? new MoreThere(onlyThere) : new Parted(common, onlyHere, onlyThere);
    }
}
