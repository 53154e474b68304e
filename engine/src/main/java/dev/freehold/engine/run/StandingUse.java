package dev.freehold.engine.run;

import dev.freehold.domain.allowance.Usage;
import dev.freehold.domain.journal.JournalEntry.Achieved;
import dev.freehold.domain.journal.Operation;
import dev.freehold.engine.work.Work;
import dev.freehold.engine.work.WorkStep;
import java.util.function.Predicate;

/// Adds up what the facts say may stand, one by one, whatever the scheduler thought, and remembers whether it
/// was ever more than is allowed.
final class StandingUse implements FactFold {
    private final Work work;
    private final Predicate<Usage> allowed;
    private final Usage[] counted;
    private final Usage[] certain;
    private Usage standing;
    private boolean above;

    StandingUse(Work work, Predicate<Usage> allowed) {
        this.work = work;
        this.allowed = allowed;
        this.counted = new Usage[work.size()];
        for (var step : work.steps()) {
            counted[step.number()] = step.use().before();
        }
        this.certain = counted.clone();
        this.standing = work.standing();
    }

    @Override
    public void on(Fact fact) {
        switch (fact) {
            case Fact.CallGoesOut(int step, var intended) -> {
                switch (intended.operation()) {
                    case CREATE, UPDATE ->
                        count(step, counted[step].orMoreOf(work.step(step).use().after()));
                    case DELETE, AWAIT -> {}
                }
            }
            case Fact.Done(int step, var achieved) -> settle(step, of(work.step(step), achieved));
            case Fact.DoneInPart(int step, var achieved) -> settle(step, of(work.step(step), achieved));
            case Fact.NothingFound nothing -> settle(nothing.step(), Usage.NONE);
            case Fact.CallCameToNothing undone -> count(undone.step(), certain[undone.step()]);
            case Fact.Planned _,
                    Fact.Stopped _,
                    Fact.CallLeftInDoubt _,
                    Fact.LookGoesOut _,
                    Fact.DriverSaid _,
                    Fact.WaitsToTryAgain _,
                    Fact.GivenUp _,
                    Fact.Skipped _ -> {}
        }
    }

    private static Usage of(WorkStep step, Achieved achieved) {
        if (achieved.operation() == Operation.DELETE) {
            return Usage.NONE;
        }
        // Adding a machine up costs more than all the rest, and it is nearly always the step's own.
        return achieved.node().equals(step.node()) ? step.use().after() : Usage.of(achieved.node());
    }

    private void settle(int step, Usage now) {
        certain[step] = now;
        count(step, now);
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
