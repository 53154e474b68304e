package dev.freehold.domain.schedule;

import dev.freehold.domain.journal.Operation;
import dev.freehold.domain.resource.Node;
import java.time.Duration;

/// How long each kind of work takes, in fixed seconds a kind.
public final class TimingProfile {
    /// The reference timeline: its sums on the default platform are three hours in sequence.
    public static final TimingProfile REFERENCE = new TimingProfile();

    private TimingProfile() {}

    /// How long it takes to make `node`, or to await it.
    public Duration durationOf(Node node) {
        return durationOf(Operation.CREATE, node);
    }

    public Duration durationOf(Operation operation, Node node) {
        return Duration.ofSeconds(
                operation == Operation.DELETE ? 5 : node.name().isEmpty() ? 0 : 10);
    }
}
