package dev.freehold.adapters.sim.fault;

import dev.freehold.adapters.sim.call.Act;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.ResourceId;
import java.util.Optional;

/// Decides what goes wrong with the next call about a node.
public interface Misfortune {
    /// Nothing ever does.
    Misfortune NONE = (_, _, _) -> Optional.empty();

    /// Asked once for each call.
    Optional<Fault> strike(ResourceId id, Node node, Act act);
}
