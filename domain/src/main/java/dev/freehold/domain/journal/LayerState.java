package dev.freehold.domain.journal;

import dev.freehold.domain.journal.JournalEntry.Achieved;
import dev.freehold.domain.journal.JournalEntry.Intended;
import dev.freehold.domain.journal.JournalEntry.LeftInDoubt;
import dev.freehold.domain.journal.JournalEntry.NotDone;
import dev.freehold.domain.journal.JournalEntry.RollbackPointKept;
import dev.freehold.domain.journal.JournalEntry.RunFinished;
import dev.freehold.domain.journal.JournalEntry.RunStarted;
import dev.freehold.domain.journal.Standing.InDoubt;
import dev.freehold.domain.journal.Standing.Stands;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.ResourceId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The state of one layer: the fold of its journal, and nothing that isn't in it.
///
/// @param version how many entries were folded
/// @param nodes what is known of each node, by id, in the order in which they were first intended
/// @param rollbackPoints the layer's completed deployments, oldest first
public record LayerState(
        Layer layer, long version, Map<ResourceId, Standing> nodes, List<RollbackPointKept> rollbackPoints) {

    public LayerState {
        nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
        rollbackPoints = List.copyOf(rollbackPoints);
    }

    public static LayerState empty(Layer layer) {
        return new LayerState(layer, 0, Map.of(), List.of());
    }

    /// The state after `entries`, which follow those that led to this one.
    ///
    /// @throws DamagedJournal if an entry could not have followed
    public LayerState after(List<JournalEntry> entries) {
        var nodes = new LinkedHashMap<>(this.nodes);
        var points = new ArrayList<>(rollbackPoints);
        for (var entry : entries) {
            switch (entry) {
                case RunStarted _, RunFinished _ -> {}
                case RollbackPointKept point -> points.add(point);
                case Intended intended -> intend(nodes, intended);
                case Achieved achieved -> achieve(nodes, achieved);
                case NotDone undone -> undo(nodes, undone);
                case LeftInDoubt doubt -> inDoubt(nodes, doubt.id(), doubt.operation(), doubt);
            }
        }
        return new LayerState(layer, version + entries.size(), nodes, points);
    }

    private static void intend(Map<ResourceId, Standing> nodes, Intended intended) {
        var id = intended.node().id();
        var known = nodes.get(id);
        var before = switch (known) {
            case null -> null;
            case InDoubt doubt -> doubt.before();
            case Stands stands -> stands;
        };
        boolean needsSomething = intended.operation() == Operation.UPDATE || intended.operation() == Operation.DELETE;
        if (needsSomething && known == null) {
            throw new DamagedJournal(id + ": " + intended.operation().word() + " at " + intended.at()
                    + " was intended for what never stood");
        }
        nodes.put(id, new InDoubt(intended.node(), intended.operation(), intended.token(), intended.run(), before));
    }

    private static void achieve(Map<ResourceId, Standing> nodes, Achieved achieved) {
        var id = achieved.node().id();
        var before = inDoubt(nodes, id, achieved.operation(), achieved).before();
        if (achieved.operation() == Operation.DELETE) {
            nodes.remove(id);
        } else {
            var made = before == null || achieved.operation() == Operation.CREATE ? achieved.at() : before.made();
            nodes.put(id, new Stands(achieved.node(), achieved.outputs(), made, achieved.at(), achieved.run()));
        }
    }

    private static void undo(Map<ResourceId, Standing> nodes, NotDone undone) {
        var doubt = inDoubt(nodes, undone.id(), undone.operation(), undone);
        boolean needsSomething = doubt.operation() == Operation.UPDATE || doubt.operation() == Operation.DELETE;
        if (doubt.before() == null && needsSomething) {
            return; // its creation was in doubt already, and that nothing was done to it settles nothing
        }
        put(nodes, undone.id(), doubt.before());
    }

    private static void put(Map<ResourceId, Standing> nodes, ResourceId id, @Nullable Stands standing) {
        if (standing == null) {
            nodes.remove(id);
        } else {
            nodes.put(id, standing);
        }
    }

    /// The intent that `entry` is the outcome of.
    private static InDoubt inDoubt(
            Map<ResourceId, Standing> nodes, ResourceId id, Operation operation, JournalEntry entry) {
        if (nodes.get(id) instanceof InDoubt doubt && doubt.operation() == operation) {
            return doubt;
        }
        throw new DamagedJournal(id + ": " + entry.getClass().getSimpleName() + " (" + operation.word() + ") at "
                + entry.at() + " without an intent of it before");
    }

    /// What stands under `id`; empty if nothing does or it is in doubt.
    public Optional<Stands> standing(ResourceId id) {
        return nodes.get(id) instanceof Stands stands ? Optional.of(stands) : Optional.empty();
    }

    public boolean isEmpty() {
        return nodes.isEmpty();
    }
}
