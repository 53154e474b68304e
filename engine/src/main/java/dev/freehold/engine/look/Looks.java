package dev.freehold.engine.look;

import dev.freehold.domain.journal.Failure;
import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.journal.Standing.Stands;
import dev.freehold.domain.resource.Gate;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.SystemName;
import dev.freehold.engine.call.CallOutcome;
import dev.freehold.engine.call.Calls;
import dev.freehold.engine.call.Systems;
import dev.freehold.engine.pace.Chance;
import dev.freehold.engine.pace.Pace;
import dev.freehold.engine.pace.RetryPolicy;
import dev.freehold.engine.state.KnownNodes;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.time.Timeline;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// Looks at many things side by side, as many at once in each system as its bound allows.
public final class Looks {
    private final Calls calls;
    private final Context.Known known;
    private final boolean mayAdopt;
    private final Timeline timeline;
    private final Pace pace;
    private final Map<SystemName, Queue<Node>> waiting = new EnumMap<>(SystemName.class);
    private final Map<ResourceId, Sighting> seen = new LinkedHashMap<>();

    private Looks(Systems systems, Context.Known known, boolean mayAdopt, Timeline timeline, Pace pace) {
        this.calls = new Calls(systems);
        this.known = known;
        this.mayAdopt = mayAdopt;
        this.timeline = timeline;
        this.pace = pace;
    }

    /// What is there of `wanted`, in its order. Gates are left out: a gate can only be awaited.
    ///
    /// @param standing what is known of every node, for the outputs of what is depended on
    /// @throws InterruptedException if the caller was interrupted before all was looked at
    public static Map<ResourceId, Sighting> at(
            Collection<Stands> wanted,
            Map<ResourceId, Standing> standing,
            Systems systems,
            Timeline timeline,
            Pace pace)
            throws InterruptedException {
        var looks = new Looks(systems, id -> KnownNodes.of(standing.get(id)), false, timeline, pace);
        looks.lookAt(wanted.stream().map(Stands::node).toList());
        return Collections.unmodifiableMap(looks.seen);
    }

    /// What is there of what no state knows of; what could be adopted is seen too.
    ///
    /// @param known what is known to stand
    /// @throws InterruptedException as above
    static Map<ResourceId, Sighting> atUnrecorded(
            Collection<Node> wanted, Context.Known known, Systems systems, Timeline timeline, Pace pace)
            throws InterruptedException {
        var looks = new Looks(systems, known, true, timeline, pace);
        looks.lookAt(wanted);
        return Collections.unmodifiableMap(looks.seen);
    }

    private void lookAt(Collection<? extends Node> wanted) throws InterruptedException {
        for (var one : wanted) {
            if (!(one instanceof Gate)) {
                seen.put(one.id(), new Sighting.Unknown("It was not looked at."));
                waiting.computeIfAbsent(one.system(), _ -> new ArrayDeque<>()).add(one);
            }
        }
        var workers = new ArrayList<Timeline.Worker>();
        waiting.forEach((system, queue) -> {
            int most = Math.min(queue.size(), pace.bounds().of(system));
            for (int worker = 0; worker < most; worker++) {
                workers.add(timeline.start("look at " + system.word(), () -> work(queue)));
            }
        });
        try {
            timeline.join();
        } catch (InterruptedException stop) {
            workers.forEach(Timeline.Worker::interrupt);
            throw stop;
        }
    }

    private void work(Queue<Node> queue) {
        try {
            for (var next = next(queue); next != null; next = next(queue)) {
                var result = look(next);
                synchronized (seen) {
                    seen.put(next.id(), result);
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Node next(Queue<Node> queue) {
        synchronized (seen) {
            return queue.poll();
        }
    }

    private Sighting look(Node one) throws InterruptedException {
        for (int failures = 0; ; ) {
            switch (calls.look(one, context())) {
                case CallOutcome.Found found -> {
                    return new Sighting.There(found.actual(), found.outputs());
                }
                case CallOutcome.Nothing() -> {
                    return new Sighting.Gone();
                }
                case CallOutcome.Fault(var failure, var retryAfter) -> {
                    failures++;
                    var policy = policy(failure.kind());
                    if (policy == null || failures > policy.repetitions()) {
                        return new Sighting.Unknown(failure.words());
                    }
                    var own = policy.before(
                            failures, Chance.share(0, one.id().text().hashCode(), failures));
                    timeline.sleep(retryAfter != null && retryAfter.compareTo(own) > 0 ? retryAfter : own);
                }
                case CallOutcome.Made _, CallOutcome.Gone _ ->
                    throw new IllegalStateException("a look at " + one.id() + " changed something");
            }
        }
    }

    private @Nullable RetryPolicy policy(Failure.Kind kind) {
        return switch (kind) {
            case BUSY, NO_ROOM -> pace.busy();
            case SILENT -> pace.silent();
            case REFUSED, UNFORESEEN, NOT_IN_TIME, INTERRUPTED -> null;
        };
    }

    private Context context() {
        return new Context(
                known, timeline, Context.Progress.SILENT, timeline.now().plus(Duration.ofMinutes(5)), mayAdopt);
    }
}
