package dev.freehold.engine.work;

import dev.freehold.domain.journal.Failure;
import dev.freehold.engine.pace.Chance;
import dev.freehold.engine.pace.Pace;
import dev.freehold.engine.pace.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How often each step has failed in which way, and so when it is tried again.
final class Retries {
    private final Pace pace;
    private final long seed;
    // Few steps ever fail.
    private final Map<Failed, Failures> failures = new HashMap<>();

    private record Failed(int step, Failure.Kind kind) {}

    private record Failures(int count, Instant first) {
        Failures andOneMore() {
            return new Failures(count + 1, first);
        }
    }

    Retries(Pace pace, long seed) {
        this.pace = pace;
        this.seed = seed;
    }

    /// How long to wait before the step is tried again; absent if it is not worth it, or no longer.
    @Nullable
    Duration after(WorkStep step, Event.Fell fell, int attempt, Instant now) {
        var kind = fell.failure().kind();
        return switch (kind) {
            case NO_ROOM -> interval(pace.noRoom(), step, kind, attempt, now);
            case BUSY -> atLeast(fell.retryAfter(), interval(pace.busy(), step, kind, attempt, now));
            case SILENT -> interval(pace.silent(), step, kind, attempt, now);
            case REFUSED, UNFORESEEN, NOT_IN_TIME, INTERRUPTED -> null;
        };
    }

    private @Nullable Duration interval(
            RetryPolicy policy, WorkStep step, Failure.Kind kind, int attempt, Instant now) {
        var known = failures.compute(
                new Failed(step.number(), kind),
                (_, before) -> before == null ? new Failures(1, now) : before.andOneMore());
        if (known.count() > policy.repetitions()) {
            return null;
        }
        long question = attempt * 64L + known.count();
        var interval = policy.before(known.count(), Chance.share(seed, step.whom(), question));
        var spent = Duration.between(known.first(), now);
        return spent.plus(interval).compareTo(policy.patience()) > 0 ? null : interval;
    }

    private static @Nullable Duration atLeast(@Nullable Duration asked, @Nullable Duration own) {
        return asked == null || own == null || own.compareTo(asked) >= 0 ? own : asked;
    }

    /// The failure to be told, with how often it was tried.
    Failure givenUp(WorkStep step, Failure last) {
        var known = failures.get(new Failed(step.number(), last.kind()));
        return known == null || known.count() < 2
                ? last
                : new Failure(last.kind(), last.words() + " (" + known.count() + " times)");
    }
}
