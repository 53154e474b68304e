package dev.freehold.engine.work;

import dev.freehold.domain.allowance.Usage;
import java.util.function.Predicate;

/// What stands, or may stand, at each instant of a run, held under what is allowed. A step counts with the
/// larger of what its node uses before and after, from the moment it is begun until its outcome is certain.
final class Room {
    private final Predicate<Usage> allowed;
    private final Usage[] before;
    private final Usage[] counted;
    private Usage standing;

    Room(Work work, Predicate<Usage> allowed) {
        this.allowed = allowed;
        this.standing = work.standing();
        this.before = new Usage[work.size()];
        for (var step : work.steps()) {
            before[step.number()] = step.use().before();
        }
        this.counted = before.clone();
    }

    /// Takes what the step needs, if that is allowed; what needs no more than stands already always is.
    boolean take(WorkStep step) {
        var wanted = step.use().after();
        if (!wanted.exceeds(counted[step.number()])) {
            return true;
        }
        var then = with(step);
        if (!allowed.test(then)) {
            return false;
        }
        counted[step.number()] = wanted.orMoreOf(counted[step.number()]);
        standing = then;
        return true;
    }

    /// What would stand while the step is under way.
    Usage with(WorkStep step) {
        return standing.minus(counted[step.number()]).plus(step.use().after().orMoreOf(counted[step.number()]));
    }

    /// The step is done.
    ///
    /// @return whether anything became free by it
    boolean settle(WorkStep step) {
        return count(step, step.use().after());
    }

    /// The step certainly came to nothing.
    ///
    /// @return whether anything became free by it
    boolean giveBack(WorkStep step) {
        return count(step, before[step.number()]);
    }

    /// What stood before the step is certainly there no more.
    ///
    /// @return whether anything became free by it
    boolean clear(WorkStep step) {
        before[step.number()] = Usage.NONE;
        return count(step, Usage.NONE);
    }

    private boolean count(WorkStep step, Usage now) {
        var was = counted[step.number()];
        if (was.equals(now)) {
            return false;
        }
        standing = standing.minus(was).plus(now);
        counted[step.number()] = now;
        return was.exceeds(now);
    }
}
