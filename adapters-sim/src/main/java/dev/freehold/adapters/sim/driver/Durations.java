package dev.freehold.adapters.sim.driver;

import dev.freehold.domain.journal.Operation;
import dev.freehold.domain.resource.Node;
import java.time.Duration;

/// How long an operation on a node takes when nothing is left to chance.
@FunctionalInterface
public interface Durations {
    Duration of(Operation operation, Node node);
}
