package dev.freehold.engine.work;

import dev.freehold.domain.resource.ResourceId;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who has, or may have, what only one can have, at each instant of a run. A step has what its node has before and
/// after it, from the moment it is begun until its outcome is certain.
final class ClaimRoom {
    private final Contested contested;
    private final List<Set<ResourceId>> holders;

    /// The steps before which nothing stands any more, whatever did.
    private final BitSet cleared = new BitSet();

    ClaimRoom(Contested contested) {
        this.contested = contested;
        this.holders = contested.holders();
    }

    /// @param claim what is to be had
    /// @param holder who has it, or may have it
    record Clash(int claim, ResourceId holder) {}

    /// What another has of what the step is to have; absent if nothing.
    @Nullable
    Clash clash(WorkStep step) {
        for (int claim : step.use().claimsAfter()) {
            for (var holder : holders.get(claim)) {
                if (!holder.equals(step.id())) {
                    return new Clash(claim, holder);
                }
            }
        }
        return null;
    }

    String words(Clash clash) {
        return contested.claim(clash.claim()).words() + ", which " + clash.holder() + " has";
    }

    /// The step is begun; there must be no [#clash].
    void take(WorkStep step) {
        for (int claim : step.use().claimsAfter()) {
            holders.get(claim).add(step.id());
        }
    }

    /// @return whether anything became free by it
    boolean settle(WorkStep step) {
        return change(step, step.use().claimsBefore(), step.use().claimsAfter());
    }

    /// @return whether anything became free by it
    boolean giveBack(WorkStep step) {
        var before =
                cleared.get(step.number()) ? List.<Integer>of() : step.use().claimsBefore();
        return change(step, step.use().claimsAfter(), before);
    }

    /// @return whether anything became free by it
    boolean clear(WorkStep step) {
        cleared.set(step.number());
        boolean freed = change(step, step.use().claimsBefore(), List.of());
        return change(step, step.use().claimsAfter(), List.of()) || freed;
    }

    private boolean change(WorkStep step, List<Integer> from, List<Integer> to) {
        boolean freed = false;
        for (int claim : from) {
            freed |= !to.contains(claim) && holders.get(claim).remove(step.id());
        }
        for (int claim : to) {
            holders.get(claim).add(step.id());
        }
        return freed;
    }
}
