package dev.freehold.domain.schedule;

import dev.freehold.domain.resource.ResourceId;
import java.time.Duration;
import java.util.List;

/// One piece of work to be scheduled.
///
/// @param after the places, in the list that is scheduled, of those that must be over before; each below this
///     one's own
public record Activity(ResourceId id, Duration duration, List<Integer> after) {
    public Activity {
        after = List.copyOf(after);
        if (duration.isNegative()) {
            throw new IllegalArgumentException(id + " can't take " + duration);
        }
    }
}
