package dev.freehold.engine.run;

import dev.freehold.domain.allowance.Usage;
import dev.freehold.domain.resource.Node;
import java.util.function.Predicate;

/// Adds up what the journal says may stand, entry by entry, whatever the scheduler thought, and remembers
/// whether it was ever more than is allowed.
final class StandingUse {
    private final Predicate<Usage> allowed;
    private final Usage[] counted;
    private final Usage[] certain;
    private Usage standing;
    private boolean above;

    StandingUse(Usage standing, Usage[] counted, Predicate<Usage> allowed) {
        this.standing = standing;
        this.counted = counted;
        this.certain = counted.clone();
        this.allowed = allowed;
    }

    void intended(int step, Node node) {
        count(step, counted[step].orMoreOf(Usage.of(node)));
    }

    void achieved(int step, Usage now) {
        certain[step] = now;
        count(step, now);
    }

    void notDone(int step) {
        count(step, certain[step]);
    }

    private void count(int step, Usage now) {
        if (now.equals(counted[step])) {
            return;
        }
        standing = standing.minus(counted[step]).plus(now);
        counted[step] = now;
        above |= !allowed.test(standing);
    }

    boolean wasEverAbove() {
        return above;
    }
}
