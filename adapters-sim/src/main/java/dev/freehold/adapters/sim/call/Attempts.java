package dev.freehold.adapters.sim.call;

import dev.freehold.domain.resource.ResourceId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/// How often each act was asked of each node, in this process.
public final class Attempts {
    private final Map<Act, Map<ResourceId, Integer>> counts = new EnumMap<>(Act.class);

    /// Counts one more.
    ///
    /// @return which attempt it is, from 1
    public int next(ResourceId id, Act act) {
        return counts.computeIfAbsent(act, _ -> new HashMap<>()).merge(id, 1, Integer::sum);
    }
}
