package dev.freehold.engine.work;

import dev.freehold.domain.allowance.Usage;
import java.util.function.Predicate;

/// What stands, or may stand, at each instant of a run, held under what is allowed. A step counts with the
/// larger of what its node uses before and after, from the moment it is begun until its outcome is certain.
final class Room {
    private final Work work;
    private final Predicate<Usage> allowed;
    private final Usage[] before;
    private final Usage[] counted;
    private Usage standing;

    Room(Work work, Predicate<Usage> allowed) {
        this.work = work;
        this.allowed = allowed;
        this.standing = work.standing();
        this.before = new Usage[work.size()];
        for (int step = 0; step < before.length; step++) {
            before[step] = work.usageBefore(step);
        }
        this.counted = before.clone();
    }

    /// Takes what the step needs, if that is allowed; what needs no more than stands already always is.
    boolean take(int step) {
        var wanted = work.usageAfter(step);
        if (!wanted.exceeds(counted[step])) {
            return true;
        }
        var then = with(step);
        if (!allowed.test(then)) {
            return false;
        }
        counted[step] = wanted.orMoreOf(counted[step]);
        standing = then;
        return true;
    }

    /// What would stand while the step is under way.
    Usage with(int step) {
        return standing.minus(counted[step]).plus(work.usageAfter(step).orMoreOf(counted[step]));
    }

    /// The step is done.
    ///
    /// @return whether anything became free by it
    boolean settle(int step) {
        return count(step, work.usageAfter(step));
    }

    /// The step certainly came to nothing.
    ///
    /// @return whether anything became free by it
    boolean giveBack(int step) {
        return count(step, before[step]);
    }

    /// What stood before the step is certainly there no more.
    ///
    /// @return whether anything became free by it
    boolean clear(int step) {
        before[step] = Usage.NONE;
        return count(step, Usage.NONE);
    }

    private boolean count(int step, Usage now) {
        var was = counted[step];
        if (was.equals(now)) {
            return false;
        }
        standing = standing.minus(was).plus(now);
        counted[step] = now;
        return was.exceeds(now);
    }
}
