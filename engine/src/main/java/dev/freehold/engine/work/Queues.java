package dev.freehold.engine.work;

import dev.freehold.domain.resource.SystemName;
import dev.freehold.engine.pace.Bounds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The steps that could be begun, in a queue for each system, in their turns; those among them that are held back
/// for want of room; and how many calls are under way in each system.
final class Queues {
    private static final int SYSTEMS = SystemName.values().length;

    private final Work work;
    private final Bounds bounds;
    private final BitSet[] ready = new BitSet[SYSTEMS];
    private final BitSet held = new BitSet();
    private final int[] running = new int[SYSTEMS];

    Queues(Work work, Bounds bounds) {
        this.work = work;
        this.bounds = bounds;
        Arrays.setAll(ready, _ -> new BitSet());
    }

    void add(WorkStep step) {
        ready[place(step.system())].set(step.rank());
    }

    /// Takes the step whose turn it is; absent if there is none, or as many calls are under way in the system
    /// as may be.
    @Nullable
    WorkStep next(SystemName system) {
        var queue = ready[place(system)];
        int rank = running[place(system)] < bounds.of(system) ? queue.nextSetBit(0) : -1;
        if (rank < 0) {
            return null;
        }
        queue.clear(rank);
        return work.ofRank(rank);
    }

    void begun(WorkStep step) {
        running[place(step.system())]++;
    }

    void ended(WorkStep step) {
        running[place(step.system())]--;
    }

    void hold(WorkStep step) {
        held.set(step.rank());
    }

    boolean holdsNothing() {
        return held.isEmpty();
    }

    /// Those that were held, in their turns, and are so no more.
    List<WorkStep> release() {
        var released = new ArrayList<WorkStep>(held.cardinality());
        for (int rank = held.nextSetBit(0); rank >= 0; rank = held.nextSetBit(rank + 1)) {
            released.add(work.ofRank(rank));
        }
        held.clear();
        return released;
    }

    @SuppressWarnings("EnumOrdinal") // an index into arrays of this object alone
    private static int place(SystemName system) {
        return system.ordinal();
    }
}
