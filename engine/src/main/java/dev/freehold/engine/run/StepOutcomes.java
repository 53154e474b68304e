package dev.freehold.engine.run;

import dev.freehold.domain.journal.Failure;
import dev.freehold.engine.work.Work;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What became of each step of a run, by its number.
public final class StepOutcomes implements FactFold {
    /// How a step ended.
    public enum End {
        /// It was never begun.
        NEVER_BEGUN,
        /// It was begun and is not known to have ended.
        CUT_SHORT,
        DONE,
        FAILED,
        /// It was not begun because of another's failure.
        SKIPPED
    }

    /// What is known of one step.
    private static final class Outcome {
        private End end = End.NEVER_BEGUN;
        private @Nullable Instant startedAt;
        private @Nullable Instant endedAt;
        private int attempts;
        private @Nullable Failure failure;
        private int cause;

        void start(Instant now) {
            if (startedAt == null) {
                startedAt = now;
                end = End.CUT_SHORT;
            }
        }

        long tookMillis() {
            return startedAt == null || endedAt == null ? 0 : endedAt.toEpochMilli() - startedAt.toEpochMilli();
        }
    }

    private final Work work;
    private final Outcome[] outcomes;
    private boolean interrupted;
    private int firstFailed = -1;

    StepOutcomes(Work work) {
        this.work = work;
        this.outcomes = new Outcome[work.size()];
        Arrays.setAll(outcomes, _ -> new Outcome());
    }

    @Override
    public void on(Fact fact) {
        switch (fact) {
            case Fact.CallGoesOut(int step, var intended) -> {
                var outcome = outcomes[step];
                outcome.start(intended.at());
                outcome.attempts = Math.max(outcome.attempts, intended.attempt());
            }
            case Fact.LookGoesOut look -> outcomes[look.step()].start(look.at());
            case Fact.Done done -> {
                var outcome = outcomes[done.step()];
                outcome.endedAt = done.at();
                outcome.end = End.DONE;
            }
            case Fact.GivenUp failed -> fail(failed);
            case Fact.Skipped skipped -> {
                var outcome = outcomes[skipped.step()];
                outcome.end = End.SKIPPED;
                outcome.cause = skipped.because();
            }
            case Fact.Stopped _ -> interrupted = true;
            case Fact.Planned _,
                    Fact.DoneInPart _,
                    Fact.CallCameToNothing _,
                    Fact.CallLeftInDoubt _,
                    Fact.NothingFound _,
                    Fact.DriverSaid _,
                    Fact.WaitsToTryAgain _ -> {}
        }
    }

    private void fail(Fact.GivenUp failed) {
        var outcome = outcomes[failed.step()];
        outcome.endedAt = failed.at();
        outcome.failure = failed.failure();
        outcome.end = failed.failure().kind() == Failure.Kind.INTERRUPTED ? End.CUT_SHORT : End.FAILED;
        if (firstFailed < 0 && outcome.end == End.FAILED) {
            firstFailed = failed.step();
        }
    }

    public Work work() {
        return work;
    }

    public End end(int step) {
        return outcomes[step].end;
    }

    /// When its first call went out; absent if none did.
    public @Nullable Instant startedAt(int step) {
        return outcomes[step].startedAt;
    }

    public long tookMillis(int step) {
        return outcomes[step].tookMillis();
    }

    public @Nullable Instant endedAt(int step) {
        return outcomes[step].endedAt;
    }

    public int attempts(int step) {
        return outcomes[step].attempts;
    }

    public @Nullable Failure failure(int step) {
        return outcomes[step].failure;
    }

    /// The step whose failure made this one be skipped.
    public int cause(int step) {
        return outcomes[step].cause;
    }

    /// The step that failed first; -1 if none did.
    public int firstFailed() {
        return firstFailed;
    }

    /// Was the run told to stop before it had done all that it could?
    public boolean wasInterrupted() {
        return interrupted;
    }

    /// From the first call to the last outcome.
    public long makespanMillis() {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (var outcome : outcomes) {
            if (outcome.startedAt != null) {
                first = Math.min(first, outcome.startedAt.toEpochMilli());
                if (outcome.endedAt != null) {
                    last = Math.max(last, outcome.endedAt.toEpochMilli());
                }
            }
        }
        return last > first ? last - first : 0;
    }

    /// The longest chain of steps that had to wait for each other, by the time that each took.
    public long criticalPathMillis() {
        var until = new long[outcomes.length];
        long longest = 0;
        for (var step : work.steps()) {
            long from = 0;
            for (int earlier : step.after()) {
                from = Math.max(from, until[earlier]);
            }
            until[step.number()] = from + tookMillis(step.number());
            longest = Math.max(longest, until[step.number()]);
        }
        return longest;
    }
}
