package dev.freehold.domain.schedule;

import dev.freehold.domain.journal.Operation;
import dev.freehold.domain.resource.Gate;
import dev.freehold.domain.resource.Kind;
import dev.freehold.domain.resource.Node;
import java.time.Duration;

/// How long work on each kind takes, by what stands beside the kind.
public final class TimingProfile {
    public static final TimingProfile REFERENCE = new TimingProfile();

    /// One check of the validation; there are five.
    public static final Duration CHECK = Duration.ofMinutes(2);

    /// Removing and changing takes half of making, and at most this: seconds.
    private static final long LONGEST_CHANGE = 60;

    private TimingProfile() {}

    /// How long it takes to make `node`, or to await it.
    public Duration durationOf(Node node) {
        return Duration.ofSeconds(seconds(node));
    }

    public Duration durationOf(Operation operation, Node node) {
        return switch (operation) {
            case CREATE, AWAIT -> durationOf(node);
            case UPDATE -> node instanceof Gate ? durationOf(node) : change(node);
            case DELETE -> node instanceof Gate ? Duration.ZERO : change(node);
        };
    }

    private static Duration change(Node node) {
        return Duration.ofSeconds(Math.min(LONGEST_CHANGE, (seconds(node) + 1) / 2));
    }

    private static long seconds(Node node) {
        return Kind.of(node.getClass()).seconds();
    }
}
