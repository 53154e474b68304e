package dev.freehold.app.shell.progress;

import dev.freehold.domain.resource.Phase;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.ports.person.ProgressListener.Progress;
import dev.freehold.ports.person.ProgressListener.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known of a run while it goes: what runs since when, what waits for what, and what is left.
final class RunProgress {
    /// One thing that is being done.
    ///
    /// @param words how far it is, or why it is tried again later
    /// @param until when it is tried again; absent while it runs
    record Doing(
            ResourceId id,
            String operation,
            Instant since,
            String words,
            @Nullable Instant until) {}

    /// How many steps of a phase there are, and how many are over.
    record Count(int done, int failed, int all) {
        Count plus(int done, int failed, int all) {
            return new Count(this.done + done, this.failed + failed, this.all + all);
        }
    }

    private final Map<ResourceId, Doing> doing = new LinkedHashMap<>();
    private final Map<Phase, Count> counts = new EnumMap<>(Phase.class);
    private final Map<ResourceId, Integer> left = new HashMap<>();
    private List<Step> steps = List.of();
    private @Nullable Instant began;
    private Instant now = Instant.EPOCH;

    void on(Progress progress) {
        now = progress.at();
        if (began == null) {
            began = now;
        }
        switch (progress) {
            case Progress.Planned planned -> plan(planned.steps());
            case Progress.Started started -> {
                var words = started.attempt() > 1 ? "attempt " + started.attempt() : "";
                doing.put(
                        started.id(),
                        new Doing(started.id(), started.operation().word(), started.at(), words, null));
            }
            case Progress.Remark remark ->
                doing.computeIfPresent(
                        remark.id(), (id, was) -> new Doing(id, was.operation(), was.since(), remark.words(), null));
            case Progress.Waiting waiting -> {
                var was = doing.get(waiting.id());
                var since = was == null ? waiting.at() : was.since();
                var operation = was == null ? "wait" : was.operation();
                var words = waiting.attempts() > 1 ? waiting.attempts() + " tries: " + waiting.why() : waiting.why();
                doing.put(waiting.id(), new Doing(waiting.id(), operation, since, words, waiting.next()));
            }
            case Progress.Done done -> over(done.id(), 1, 0);
            case Progress.Failed failed -> over(failed.id(), 0, 1);
            case Progress.Skipped skipped -> over(skipped.id(), 0, 1);
        }
    }

    /// Time has passed and nothing has happened.
    void at(Instant later) {
        if (later.isAfter(now)) {
            now = later;
        }
    }

    private void plan(List<Step> planned) {
        var all = new ArrayList<>(steps);
        all.addAll(planned);
        steps = all;
        for (var step : planned) {
            left.merge(step.node().id(), 1, Integer::sum);
            counts.merge(step.node().phase(), new Count(0, 0, 1), (was, more) -> was.plus(0, 0, more.all()));
        }
    }

    private void over(ResourceId id, int done, int failed) {
        doing.remove(id);
        left.computeIfPresent(id, (_, count) -> count == 1 ? null : count - 1);
        counts.computeIfPresent(id.phase(), (_, was) -> was.plus(done, failed, 0));
    }

    Collection<Doing> doing() {
        return doing.values();
    }

    Map<Phase, Count> counts() {
        return counts;
    }

    Instant now() {
        return now;
    }

    Duration elapsed() {
        return began == null ? Duration.ZERO : Duration.between(began, now);
    }

    int left() {
        return left.size();
    }

    /// What `id` waits for now, of what is not done.
    List<ResourceId> awaited(Step step) {
        return step.after().stream().filter(left::containsKey).toList();
    }

    /// A few of the steps that wait for others.
    List<Step> waiting(int most) {
        var waiting = new ArrayList<Step>();
        for (var step : steps) {
            var id = step.node().id();
            if (waiting.size() < most
                    && left.containsKey(id)
                    && !doing.containsKey(id)
                    && !awaited(step).isEmpty()) {
                waiting.add(step);
            }
        }
        return waiting;
    }

    /// How long the longest chain of what is left should take.
    Duration remaining() {
        var ends = new HashMap<ResourceId, Duration>();
        var longest = Duration.ZERO;
        for (var step : steps) {
            var id = step.node().id();
            if (!left.containsKey(id)) {
                continue;
            }
            var start = Duration.ZERO;
            for (var before : step.after()) {
                var end = ends.getOrDefault(before, Duration.ZERO);
                start = end.compareTo(start) > 0 ? end : start;
            }
            var running = doing.get(id);
            var spent = running == null ? Duration.ZERO : Duration.between(running.since(), now);
            var rest = step.expected().minus(spent);
            var end = start.plus(rest.isNegative() ? Duration.ZERO : rest);
            ends.merge(id, end, (one, other) -> one.compareTo(other) > 0 ? one : other);
            longest = end.compareTo(longest) > 0 ? end : longest;
        }
        return longest;
    }
}
