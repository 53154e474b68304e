package dev.freehold.ports.state;

import dev.freehold.domain.journal.JournalEntry;
import dev.freehold.domain.journal.LayerState;
import java.time.Instant;
import java.util.List;

/// The bytes of a layer's state and of its journal: one format, with a version in it, wherever they are kept.
/// Nothing in them is secret, but addresses and names are; who keeps them elsewhere encrypts them.
public interface StateCodec {

    byte[] state(LayerState state, Instant at);

    /// @throws IllegalArgumentException if these are not the bytes of a whole state, or a newer Freehold wrote
    ///     them; the message says which, for a person
    LayerState state(byte[] bytes);

    byte[] entries(List<JournalEntry> entries);

    /// @throws IllegalArgumentException likewise, for entries. Bytes that were cut off between two entries
    ///     are not known for such: who keeps them counts
    List<JournalEntry> entries(byte[] bytes);
}
