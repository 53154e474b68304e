package dev.freehold.engine.run;

import dev.freehold.domain.journal.Failure;
import dev.freehold.engine.work.Work;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What became of each step of a run, by its number.
public final class StepOutcomes {
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

    private final Work work;
    private final End[] ends;
    private final @Nullable Instant[] startedAt;
    private final @Nullable Instant[] endedAt;
    private final int[] attempts;
    private final @Nullable Failure[] failures;
    private final int[] causes;
    private boolean aboveAllowance;
    private int firstFailed = -1;

    StepOutcomes(Work work) {
        int size = work.size();
        this.work = work;
        this.ends = new End[size];
        java.util.Arrays.fill(ends, End.NEVER_BEGUN);
        this.startedAt = new @Nullable Instant[size];
        this.endedAt = new @Nullable Instant[size];
        this.attempts = new int[size];
        this.failures = new @Nullable Failure[size];
        this.causes = new int[size];
    }

    void started(int step, Instant now) {
        if (startedAt[step] == null) {
            startedAt[step] = now;
            ends[step] = End.CUT_SHORT;
        }
    }

    void attempted(int step, int attempt) {
        attempts[step] = Math.max(attempts[step], attempt);
    }

    void done(int step, Instant now) {
        endedAt[step] = now;
        ends[step] = End.DONE;
    }

    void failed(int step, Instant now, Failure failure) {
        endedAt[step] = now;
        failures[step] = failure;
        ends[step] = failure.kind() == Failure.Kind.INTERRUPTED ? End.CUT_SHORT : End.FAILED;
        if (firstFailed < 0 && ends[step] == End.FAILED) {
            firstFailed = step;
        }
    }

    void skipped(int step, int because) {
        ends[step] = End.SKIPPED;
        causes[step] = because;
    }

    void aboveAllowance(boolean was) {
        aboveAllowance = was;
    }

    public Work work() {
        return work;
    }

    public End end(int step) {
        return ends[step];
    }

    /// When its first call went out; absent if none did.
    public @Nullable Instant startedAt(int step) {
        return startedAt[step];
    }

    public long tookMillis(int step) {
        var start = startedAt[step];
        var end = endedAt[step];
        return start == null || end == null ? 0 : end.toEpochMilli() - start.toEpochMilli();
    }

    public @Nullable Instant endedAt(int step) {
        return endedAt[step];
    }

    public int attempts(int step) {
        return attempts[step];
    }

    public @Nullable Failure failure(int step) {
        return failures[step];
    }

    /// The step whose failure made this one be skipped.
    public int cause(int step) {
        return causes[step];
    }

    /// The step that failed first; -1 if none did.
    public int firstFailed() {
        return firstFailed;
    }

    /// Did more than is allowed ever stand at once?
    public boolean wasEverAboveAllowance() {
        return aboveAllowance;
    }

    /// From the first call to the last outcome.
    public long makespanMillis() {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int step = 0; step < ends.length; step++) {
            var start = startedAt[step];
            var end = endedAt[step];
            if (start != null) {
                first = Math.min(first, start.toEpochMilli());
            }
            if (end != null && start != null) {
                last = Math.max(last, end.toEpochMilli());
            }
        }
        return last > first ? last - first : 0;
    }

    /// The longest chain of steps that had to wait for each other, by the time that each took.
    public long criticalPathMillis() {
        var until = new long[ends.length];
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
