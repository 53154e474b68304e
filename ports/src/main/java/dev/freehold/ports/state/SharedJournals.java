package dev.freehold.ports.state;

import dev.freehold.domain.journal.JournalEntry;
import dev.freehold.domain.resource.Layer;
import java.util.List;
import java.util.Map;

/// The layers' journals as every computer that works on a platform shares them. Each computer writes its own
/// [Journals] first and shares them afterwards, so that nothing that happened waits for a network.
///
/// All of it may throw a [SystemFault] where the place that they are kept at does not answer.
public interface SharedJournals {

    /// How many entries of each layer are shared; a layer of which none are is not among them. One request.
    Map<Layer, Long> versions();

    /// Every shared entry of a layer, oldest first.
    ///
    /// @throws dev.freehold.domain.journal.DamagedJournal if what is kept there is not what was shared
    List<JournalEntry> entries(Layer layer);

    /// Makes `entries`, which begin with those that are shared already, the shared ones. Safe to repeat.
    ///
    /// @param known how many entries were shared when the caller last looked
    /// @throws IllegalStateException if more or fewer are now; another writer was quicker, and nothing was
    ///     changed
    void share(Layer layer, long known, List<JournalEntry> entries);
}
