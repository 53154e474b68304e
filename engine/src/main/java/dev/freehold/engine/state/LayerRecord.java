package dev.freehold.engine.state;

import dev.freehold.domain.journal.JournalEntry;
import dev.freehold.domain.journal.JournalEntry.Achieved;
import dev.freehold.domain.journal.JournalEntry.RollbackPointKept;
import dev.freehold.domain.journal.LayerState;
import dev.freehold.domain.resource.Layer;
import java.util.List;

/// What a layer's journal says when a run begins.
///
/// @param changedSincePoint whether anything was done in the layer since it last kept a rollback point
public record LayerRecord(LayerState state, boolean changedSincePoint) {

    public static LayerRecord of(Layer layer, List<JournalEntry> entries) {
        boolean changed = false;
        for (var entry : entries) {
            if (entry instanceof Achieved) {
                changed = true;
            } else if (entry instanceof RollbackPointKept) {
                changed = false;
            }
        }
        return new LayerRecord(LayerState.empty(layer).after(entries), changed);
    }
}
