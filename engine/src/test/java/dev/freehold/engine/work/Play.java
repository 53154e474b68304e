package dev.freehold.engine.work;

import dev.freehold.domain.allowance.Usage;
import dev.freehold.domain.journal.Failure;
import dev.freehold.domain.journal.Operation;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.SystemName;
import dev.freehold.engine.pace.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/// Plays the world to a scheduler: calls take their time, and end as they are told to. Keeps its own naive
/// account of everything that the scheduler promises, and checks it after each event.
final class Play {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int MOST_EVENTS = 100_000;

    final Work work;
    final List<Instruction> log = new ArrayList<>();
    final Map<Integer, Instant> startedAt = new TreeMap<>();
    final Map<Integer, Instant> doneAt = new TreeMap<>();
    final Map<Integer, Failure> failed = new TreeMap<>();
    final Map<Integer, Integer> skipped = new TreeMap<>();
    final Set<Integer> stands = new TreeSet<>();
    Instant now = START;

    private final Pace pace;
    private final Predicate<Usage> allowed;
    private final Scheduler scheduler;
    private final PriorityQueue<Due> due = new PriorityQueue<>();
    private final Map<SystemName, Integer> running = new EnumMap<>(SystemName.class);
    private Function<Instruction, Ending> endings = _ -> new Ending(Duration.ofSeconds(10), null);
    private long order;

    /// How a call ends.
    ///
    /// @param failure absent if it is done
    record Ending(Duration took, Failure failure) {
        static Ending done(long seconds) {
            return new Ending(Duration.ofSeconds(seconds), null);
        }

        static Ending fails(Failure.Kind kind) {
            return new Ending(Duration.ofSeconds(1), new Failure(kind, "so the test wants it"));
        }
    }

    private record Due(Instant at, long order, Event event) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    Play(Work work, Pace pace, Predicate<Usage> allowed, long seed) {
        this.work = work;
        this.pace = pace;
        this.allowed = allowed;
        this.scheduler = new Scheduler(work, new Conduct(pace, allowed, seed));
    }

    static Play of(Work work) {
        return new Play(work, Pace.USUAL, _ -> true, 0);
    }

    Play ending(Function<Instruction, Ending> endings) {
        this.endings = endings;
        return this;
    }

    Play toTheEnd() {
        tell(new Event.Opened(EnumSet.allOf(Layer.class)));
        return on();
    }

    Play opening(Layer... layers) {
        tell(new Event.Opened(Set.of(layers)));
        return on();
    }

    private Play on() {
        for (int events = 0; !due.isEmpty(); events++) {
            if (events > MOST_EVENTS) {
                throw new AssertionError("it never ends");
            }
            var next = due.remove();
            now = next.at();
            tell(next.event());
        }
        if (!scheduler.isQuiet()) {
            throw new AssertionError("it waits for something that will never come");
        }
        return this;
    }

    boolean isFinished() {
        return scheduler.isFinished();
    }

    void tell(Event event) {
        var commands = new ArrayList<Instruction>();
        account(event);
        scheduler.on(event, now, commands);
        for (var command : commands) {
            log.add(command);
            obey(command);
        }
        check();
    }

    private void account(Event event) {
        switch (event) {
            case Event.Achieved(int step) -> {
                stops(step);
                doneAt.put(step, now);
                if (work.step(step).operation() == Operation.DELETE) {
                    stands.remove(step);
                } else {
                    stands.add(step);
                }
            }
            case Event.Fell fell -> stops(fell.step());
            case Event.Cleared(int step) -> stops(step);
            case Event.Opened _, Event.StillToDo _, Event.Woken _, Event.Stopped _ -> {}
        }
    }

    private void stops(int step) {
        running.merge(work.step(step).system(), -1, Integer::sum);
    }

    private void obey(Instruction command) {
        int step = command.step();
        switch (command) {
            case Instruction.Attempt _, Instruction.Look _ -> {
                startedAt.putIfAbsent(step, now);
                running.merge(work.step(step).system(), 1, Integer::sum);
                var ending = endings.apply(command);
                var event = ending.failure() == null
                        ? new Event.Achieved(step)
                        : new Event.Fell(step, ending.failure(), null);
                due.add(new Due(now.plus(ending.took()), order++, event));
            }
            case Instruction.Sleep sleep -> due.add(new Due(sleep.until(), order++, new Event.Woken(step)));
            case Instruction.GiveUp end -> failed.put(step, end.failure());
            case Instruction.Skip skip -> skipped.put(step, skip.because());
        }
    }

    private void check() {
        running.forEach((system, calls) -> {
            if (calls > pace.bounds().of(system)) {
                throw new AssertionError(calls + " calls at once in " + system);
            }
        });
        for (int step : startedAt.keySet()) {
            for (int earlier : work.steps().get(step).after()) {
                if (!doneAt.containsKey(earlier)) {
                    throw new AssertionError(work.id(step) + " was begun before " + work.id(earlier) + " was done");
                }
            }
        }
        var usage = work.standing();
        for (int step = 0; step < work.size(); step++) {
            boolean mayStand = startedAt.containsKey(step) && !failed.containsKey(step);
            if (mayStand && work.step(step).operation() == Operation.CREATE) {
                usage = usage.plus(work.step(step).use().after());
            } else if (doneAt.containsKey(step) && work.step(step).operation() == Operation.DELETE) {
                usage = usage.minus(work.step(step).use().before());
            }
        }
        if (!allowed.test(usage)) {
            throw new AssertionError(usage + " stands, or may stand, at " + now);
        }
    }

    Duration makespan() {
        return Duration.between(START, now);
    }

    /// The naive way: each step ends as long after the last of those it waits for as it takes.
    Duration criticalPath() {
        var ends = new Duration[work.size()];
        var longest = Duration.ZERO;
        for (var step : work.steps()) {
            var from = Duration.ZERO;
            for (int earlier : step.after()) {
                from = from.compareTo(ends[earlier]) < 0 ? ends[earlier] : from;
            }
            ends[step.number()] = from.plus(Duration.between(startedAt.get(step.number()), doneAt.get(step.number())));
            longest = longest.compareTo(ends[step.number()]) < 0 ? ends[step.number()] : longest;
        }
        return longest;
    }
}
