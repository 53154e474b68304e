package dev.freehold.engine.work;

import dev.freehold.domain.allowance.Usage;
import java.util.function.Predicate;

/// What stands, or may stand, at each instant of a run, held under what is allowed, and no two of it to one address
/// or whatever else only one can have. A step counts with the larger of what its node uses before and after, from
/// the moment it is begun until its outcome is certain.
final class Room {
    private final Predicate<Usage> allowed;
    private final Usage quota;
    private final Usage[] before;
    private final Usage[] counted;
    private final ClaimRoom claims;
    private Usage standing;

    Room(Work work, Conduct conduct) {
        this.allowed = conduct.allowed();
        this.quota = conduct.quota();
        this.claims = new ClaimRoom(work.contested());
        this.standing = work.standing();
        this.before = new Usage[work.size()];
        for (var step : work.steps()) {
            before[step.number()] = step.use().before();
        }
        this.counted = before.clone();
    }

    /// Takes what the step needs, if that is allowed; what needs no more than stands already always is.
    boolean take(WorkStep step) {
        if (claims.clash(step) != null || !takeUse(step)) {
            return false;
        }
        claims.take(step);
        return true;
    }

    private boolean takeUse(WorkStep step) {
        var wanted = step.use().after();
        if (!wanted.exceeds(counted[step.number()])) {
            return true;
        }
        var then = with(step);
        if (then.risesAbove(standing, quota) || !allowed.test(then)) {
            return false;
        }
        counted[step.number()] = wanted.orMoreOf(counted[step.number()]);
        standing = then;
        return true;
    }

    /// Why the step, which was not let in, can't be begun.
    String objection(WorkStep step) {
        var clash = claims.clash(step);
        if (clash != null) {
            return "It is to have " + claims.words(clash)
                    + ", and nothing of this run is left that could make it let go.";
        }
        var then = with(step);
        var above = allowed.test(then) ? "what the compartment's quota policy lets in" : "the allowance";
        return "With it there would stand " + then + ", which is above " + above
                + ", and nothing of this run is left that could make room.";
    }

    /// What would stand while the step is under way.
    private Usage with(WorkStep step) {
        return standing.minus(counted[step.number()]).plus(step.use().after().orMoreOf(counted[step.number()]));
    }

    /// The step is done.
    ///
    /// @return whether anything became free by it
    boolean settle(WorkStep step) {
        boolean freed = claims.settle(step);
        return count(step, step.use().after()) || freed;
    }

    /// The step certainly came to nothing.
    ///
    /// @return whether anything became free by it
    boolean giveBack(WorkStep step) {
        boolean freed = claims.giveBack(step);
        return count(step, before[step.number()]) || freed;
    }

    /// What stood before the step is certainly there no more.
    ///
    /// @return whether anything became free by it
    boolean clear(WorkStep step) {
        before[step.number()] = Usage.NONE;
        boolean freed = claims.clear(step);
        return count(step, Usage.NONE) || freed;
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
