package dev.freehold.engine.work;

import dev.freehold.domain.allowance.Usage;
import dev.freehold.domain.journal.Failure;
import dev.freehold.domain.journal.Operation;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.SystemName;
import dev.freehold.engine.pace.Pace;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Decides what is done when: a state machine that is told what happened and answers with what is to be done.
/// Work starts as soon as what it waits for is done, whatever its layer; what the longest chain waits for
/// goes first; no system gets more calls at once than its bound; and nothing is created while that would put
/// what stands above what is allowed.
///
/// The same events at the same times give the same commands. It is not safe for threads: one at a time may
/// call it.
public final class Scheduler {
    private static final SystemName[] SYSTEMS = SystemName.values();

    private enum Stage {
        /// For other steps, or for its layer to be opened.
        WAITING,
        READY,
        /// Until enough is gone for it to be allowed.
        HELD,
        RUNNING,
        SLEEPING,
        OVER
    }

    private final Work work;
    private final Pace pace;
    private final Room room;
    private final Breakers breakers;
    private final Retries retries;

    private final Stage[] stages;
    private final int[] waitsFor;
    private final int[] attempts;
    private final BitSet looks = new BitSet();
    private final BitSet uncertain = new BitSet();
    private final BitSet renewed = new BitSet();
    private final Set<Layer> open = EnumSet.noneOf(Layer.class);

    private final BitSet[] ready = new BitSet[SYSTEMS.length];
    private final BitSet held = new BitSet();
    private final int[] running = new int[SYSTEMS.length];
    private int moving;
    private int unfinished;
    private boolean freed;
    private boolean stopped;

    /// @param allowed may this much stand at once?
    /// @param seed decides the jitter of retries
    public Scheduler(Work work, Pace pace, Predicate<Usage> allowed, long seed) {
        this.work = work;
        this.pace = pace;
        this.room = new Room(work, allowed);
        this.breakers = new Breakers(pace.breaker());
        this.retries = new Retries(work, pace, seed);
        this.stages = new Stage[work.size()];
        this.waitsFor = new int[work.size()];
        this.attempts = new int[work.size()];
        this.unfinished = work.size();
        Arrays.fill(stages, Stage.WAITING);
        Arrays.setAll(ready, _ -> new BitSet());
        for (int step = 0; step < stages.length; step++) {
            waitsFor[step] = work.waitsFor(step);
            looks.set(step, looksFirst(step));
            uncertain.set(step, work.doubt(step) != null);
        }
    }

    /// A removal in doubt is made again without a look, and so is a wait.
    private boolean looksFirst(int step) {
        var doubt = work.doubt(step);
        boolean makes = work.operation(step) == Operation.CREATE || work.operation(step) == Operation.UPDATE;
        return doubt != null && makes && doubt.operation() != Operation.DELETE;
    }

    /// Adds to `commands` what is to be done now that `event` has happened.
    public void on(Event event, Instant now, List<Instruction> commands) {
        switch (event) {
            case Event.Opened(var layers) -> open(layers);
            case Event.Achieved(int step) -> achieved(step, now);
            case Event.StillToDo(int step) -> stillToDo(step, now, commands);
            case Event.Cleared(int step) -> cleared(step, now);
            case Event.Fell fell -> fell(fell, now, commands);
            case Event.Woken(int step) -> {
                moving--;
                stages[step] = Stage.WAITING;
                enqueue(step);
            }
            case Event.Stopped() -> stopped = true;
        }
        if (!stopped) {
            fill(now, commands);
        }
    }

    /// Is nothing under way, nor waited for?
    public boolean isQuiet() {
        return moving == 0;
    }

    /// Is every step done, failed or skipped?
    public boolean isFinished() {
        return unfinished == 0;
    }

    /// May what the step intended have happened, for all that is known?
    public boolean isUncertain(int step) {
        return uncertain.get(step);
    }

    private void open(Set<Layer> layers) {
        open.addAll(layers);
        for (int step = 0; step < stages.length; step++) {
            if (waitsFor[step] == 0 && layers.contains(work.layer(step))) {
                enqueue(step);
            }
        }
    }

    private void enqueue(int step) {
        if (stages[step] == Stage.WAITING && open.contains(work.layer(step))) {
            stages[step] = Stage.READY;
            ready[place(work.system(step))].set(work.rank(step));
        }
    }

    private void achieved(int step, Instant now) {
        breakers.succeeded(work.system(step), now);
        over(step);
        freed |= room.settle(step);
        for (int next : work.dependents(step)) {
            if (--waitsFor[next] == 0) {
                enqueue(next);
            }
        }
    }

    /// It keeps its place among the calls under way.
    private void stillToDo(int step, Instant now, List<Instruction> commands) {
        breakers.succeeded(work.system(step), now);
        looks.clear(step);
        if (work.operation(step) == Operation.CREATE) {
            uncertain.clear(step);
        }
        if (stopped) {
            over(step);
        } else {
            commands.add(attempt(step));
        }
    }

    /// The creation is begun like any other: when there is room, and a place among the calls.
    private void cleared(int step, Instant now) {
        breakers.succeeded(work.system(step), now);
        leave(step);
        uncertain.clear(step);
        freed |= room.clear(step);
        stages[step] = Stage.WAITING;
        enqueue(step);
    }

    private void fell(Event.Fell fell, Instant now, List<Instruction> commands) {
        int step = fell.step();
        var kind = fell.failure().kind();
        switch (kind) {
            case BUSY, SILENT -> breakers.failed(work.system(step), now);
            case NO_ROOM, REFUSED, UNFORESEEN, NOT_IN_TIME, INTERRUPTED -> breakers.succeeded(work.system(step), now);
        }
        switch (kind) {
            case SILENT, UNFORESEEN, INTERRUPTED -> uncertain.set(step, work.operation(step) != Operation.AWAIT);
            case NO_ROOM, BUSY, REFUSED, NOT_IN_TIME -> {}
        }
        if (kind == Failure.Kind.SILENT && work.operation(step) == Operation.CREATE) {
            looks.set(step);
        }
        renewed.set(step, kind == Failure.Kind.NO_ROOM);
        over(step);
        giveBack(step);
        var interval = stopped ? null : retries.after(step, fell, attempts[step], now);
        if (interval == null) {
            fail(step, stopped ? fell.failure() : retries.givenUp(step, fell.failure()), commands);
        } else {
            sleep(step, now.plus(interval), fell.failure().words(), commands);
        }
    }

    private void giveBack(int step) {
        if (!uncertain.get(step)) {
            freed |= room.giveBack(step);
        }
    }

    private void over(int step) {
        leave(step);
        stages[step] = Stage.OVER;
        unfinished--;
    }

    private void leave(int step) {
        if (stages[step] == Stage.RUNNING) {
            running[place(work.system(step))]--;
            moving--;
        }
    }

    private void sleep(int step, Instant until, String why, List<Instruction> commands) {
        if (stages[step] == Stage.OVER) {
            unfinished++;
        }
        stages[step] = Stage.SLEEPING;
        moving++;
        commands.add(new Instruction.Sleep(step, until, why, attempts[step]));
    }

    private void fail(int step, Failure failure, List<Instruction> commands) {
        commands.add(new Instruction.GiveUp(step, failure));
        var doomed = new ArrayDeque<Integer>();
        doomed.add(step);
        while (!doomed.isEmpty()) {
            for (int next : work.dependents(doomed.remove())) {
                if (stages[next] == Stage.WAITING) {
                    over(next);
                    commands.add(new Instruction.Skip(next, step));
                    doomed.add(next);
                }
            }
        }
    }

    private void fill(Instant now, List<Instruction> commands) {
        do {
            if (freed) {
                freed = false;
                release();
            }
            for (var system : SYSTEMS) {
                fill(system, now, commands);
            }
            if (moving == 0 && !held.isEmpty() && nothingIsClosed()) {
                refuseHeld(commands);
            }
        } while (freed);
    }

    private void fill(SystemName system, Instant now, List<Instruction> commands) {
        var queue = ready[place(system)];
        int bound = pace.bounds().of(system);
        for (int rank = queue.nextSetBit(0);
                rank >= 0 && running[place(system)] < bound;
                rank = queue.nextSetBit(rank + 1)) {
            queue.clear(rank);
            begin(work.ofRank(rank), system, now, commands);
        }
    }

    private void begin(int step, SystemName system, Instant now, List<Instruction> commands) {
        if (!room.take(step)) {
            stages[step] = Stage.HELD;
            held.set(work.rank(step));
            return;
        }
        var delay = breakers.delay(system, now);
        if (delay != null) {
            giveBack(step);
            sleep(step, now.plus(delay), system.word() + " fails again and again and is left alone", commands);
            return;
        }
        stages[step] = Stage.RUNNING;
        running[place(system)]++;
        moving++;
        commands.add(looks.get(step) ? new Instruction.Look(step, attempts[step] + 1) : attempt(step));
    }

    private Instruction attempt(int step) {
        return new Instruction.Attempt(step, ++attempts[step], renewed.get(step));
    }

    private void release() {
        for (int rank = held.nextSetBit(0); rank >= 0; rank = held.nextSetBit(rank + 1)) {
            int step = work.ofRank(rank);
            stages[step] = Stage.WAITING;
            enqueue(step);
        }
        held.clear();
    }

    private boolean nothingIsClosed() {
        for (int step = 0; step < stages.length; step++) {
            if (stages[step] == Stage.WAITING && !open.contains(work.layer(step))) {
                return false;
            }
        }
        return true;
    }

    /// Nothing goes on that could free what they need.
    private void refuseHeld(List<Instruction> commands) {
        for (int rank = held.nextSetBit(0); rank >= 0; rank = held.nextSetBit(rank + 1)) {
            int step = work.ofRank(rank);
            over(step);
            fail(step, new Failure(Failure.Kind.REFUSED, words(step)), commands);
        }
        held.clear();
    }

    private String words(int step) {
        return "With it there would stand " + room.with(step)
                + ", which is above the allowance, and nothing of this run is left that could make room.";
    }

    @SuppressWarnings("EnumOrdinal") // an index into arrays of this object alone
    private static int place(SystemName system) {
        return system.ordinal();
    }
}
