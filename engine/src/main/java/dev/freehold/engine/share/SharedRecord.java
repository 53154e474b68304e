package dev.freehold.engine.share;

import dev.freehold.domain.journal.JournalEntry;
import dev.freehold.domain.journal.LayerState;
import dev.freehold.domain.resource.Layer;
import dev.freehold.ports.state.Journals;
import dev.freehold.ports.state.LayerStore;
import dev.freehold.ports.state.SharedJournals;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A target's journals here and the ones that computers share, and the way from each to the other. Only what
/// follows is ever added: neither side forgets anything.
///
/// Whoever brings something here has the right to write here; whoever brings something there has it there.
public final class SharedRecord {
    private final Journals here;
    private final LayerStore statesHere;
    private final SharedJournals there;
    private final LayerStore statesThere;

    public SharedRecord(Journals here, LayerStore statesHere, SharedJournals there, LayerStore statesThere) {
        this.here = here;
        this.statesHere = statesHere;
        this.there = there;
        this.statesThere = statesThere;
    }

    /// What one direction did to a layer.
    ///
    /// @param version how many entries both have now
    /// @param moved how many of them were brought
    public record Moved(long version, long moved) {}

    /// Where entries are brought.
    private enum Way {
        HERE,
        THERE,
        BOTH
    }

    /// Brings here what other computers have shared. What only this computer knows stays as it is.
    ///
    /// @throws StatesParted if a layer's journals say different things; nothing was changed
    public Map<Layer, Moved> bringHere() {
        return move(Way.HERE);
    }

    /// Shares what only this computer knows.
    ///
    /// @throws StatesParted likewise
    public Map<Layer, Moved> bringThere() {
        return move(Way.THERE);
    }

    /// Both: afterwards the two say the same.
    ///
    /// @throws StatesParted likewise
    public Map<Layer, Moved> bringTogether() {
        return move(Way.BOTH);
    }

    private Map<Layer, Moved> move(Way way) {
        var known = there.versions();
        var sides = new EnumMap<Layer, Sides>(Layer.class);
        var parted = new EnumMap<Layer, Relation.Parted>(Layer.class);
        for (var layer : Layer.ALL) {
            var side = sides(layer, known.getOrDefault(layer, 0L));
            sides.put(layer, side);
            if (side.relation() instanceof Relation.Parted apart) {
                parted.put(layer, apart);
            }
        }
        if (!parted.isEmpty()) {
            throw new StatesParted(parted);
        }
        var moved = new EnumMap<Layer, Moved>(Layer.class);
        sides.forEach((layer, side) -> moved.put(layer, move(layer, side, way)));
        return moved;
    }

    private record Sides(List<JournalEntry> here, Relation relation) {}

    /// Of a layer that nobody has shared yet there is nothing to be asked for.
    private Sides sides(Layer layer, long shared) {
        var own = here.of(layer).entries();
        return new Sides(own, Relation.of(own, shared == 0 ? List.of() : there.entries(layer)));
    }

    private Moved move(Layer layer, Sides sides, Way way) {
        long version = sides.here().size();
        return switch (sides.relation()) {
            case Relation.Same _ -> new Moved(version, 0);
            case Relation.MoreHere(var unshared) -> {
                if (way == Way.HERE) {
                    yield new Moved(version - unshared.size(), 0);
                }
                share(layer, version - unshared.size(), sides.here());
                yield new Moved(version, unshared.size());
            }
            case Relation.MoreThere(var missing) -> {
                if (way == Way.THERE) {
                    yield new Moved(version, 0);
                }
                here.of(layer).appendAll(missing);
                publish(statesHere, LayerState.empty(layer).after(sides.here()).after(missing));
                yield new Moved(version + missing.size(), missing.size());
            }
            case Relation.Parted _ -> throw new IllegalStateException("parted layers were refused before");
        };
    }

    /// Shares what a run has just recorded of a layer.
    ///
    /// @throws IllegalStateException if another computer was quicker; nothing was changed there
    void shareNewest(Layer layer) {
        long known = there.versions().getOrDefault(layer, 0L);
        var sides = sides(layer, known);
        switch (sides.relation()) {
            case Relation.Same _ -> {}
            case Relation.MoreHere _ -> share(layer, known, sides.here());
            // Whoever lost the lock meanwhile must not put its journal in the place of another's.
            case Relation.MoreThere _, Relation.Parted _ ->
                throw new IllegalStateException("another computer has shared the journal of " + layer.word()
                        + " since; nothing was changed there");
        }
    }

    private void share(Layer layer, long known, List<JournalEntry> entries) {
        there.share(layer, known, entries);
        publish(statesThere, LayerState.empty(layer).after(entries));
    }

    /// Cut off between the two, the state is missing where its journal is there already.
    private static void publish(LayerStore store, LayerState state) {
        if (store.read(state.layer()).version() < state.version()) {
            store.publish(state);
        }
    }
}
