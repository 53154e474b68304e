package dev.freehold.engine.work;

import dev.freehold.domain.journal.Failure;
import dev.freehold.domain.resource.SystemName;
import dev.freehold.engine.work.Stages.StepStage;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;

/// Decides what is done when: a state machine that is told what happened and answers with what is to be done.
/// Work starts as soon as what it waits for is done, whatever its layer; what the longest chain waits for
/// goes first; no system gets more calls at once than its bound; and nothing is created while that would put
/// what stands above what is allowed, or while another has what only one can have.
///
/// The same events at the same times give the same instructions. It is not safe for threads: one at a time may
/// call it.
public final class Scheduler {
    private static final SystemName[] SYSTEMS = SystemName.values();

    private final Work work;
    private final Stages stages;
    private final Queues queues;
    private final Tries tries;
    private final Room room;
    private final Breakers breakers;
    private final Retries retries;

    /// Has anything gone since the held steps were last looked at?
    private boolean freed;

    private boolean stopped;

    public Scheduler(Work work, Conduct conduct) {
        this.work = work;
        this.stages = new Stages(work);
        this.queues = new Queues(work, conduct.pace().bounds());
        this.tries = new Tries(work);
        this.room = new Room(work, conduct);
        this.breakers = new Breakers(conduct.pace().breaker());
        this.retries = new Retries(conduct.pace(), conduct.seed());
    }

    /// Adds to `instructions` what is to be done now that `event` has happened.
    public void on(Event event, Instant now, List<Instruction> instructions) {
        switch (event) {
            case Event.Opened(var layers) -> stages.open(layers).forEach(this::enqueue);
            case Event.Achieved(int step) -> achieved(work.step(step), now);
            case Event.StillToDo(int step) -> stillToDo(work.step(step), now, instructions);
            case Event.Cleared(int step) -> cleared(work.step(step), now);
            case Event.Fell fell -> fell(work.step(fell.step()), fell, now, instructions);
            case Event.Woken(int step) -> waitAgain(work.step(step));
            case Event.Stopped() -> stopped = true;
        }
        if (!stopped) {
            fill(now, instructions);
        }
    }

    /// Is nothing under way, nor waited for?
    public boolean isQuiet() {
        return stages.nothingGoesOn();
    }

    /// Is every step done, failed or skipped?
    public boolean isFinished() {
        return stages.isFinished();
    }

    /// May what the step intended have happened, for all that is known?
    public boolean isUncertain(int step) {
        return tries.isUncertain(work.step(step));
    }

    private void enqueue(WorkStep step) {
        if (stages.mayBeReady(step)) {
            move(step, StepStage.READY);
            queues.add(step);
        }
    }

    private void waitAgain(WorkStep step) {
        move(step, StepStage.WAITING);
        enqueue(step);
    }

    private void move(WorkStep step, StepStage to) {
        if (stages.isAt(step, StepStage.RUNNING)) {
            queues.ended(step);
        }
        stages.put(step, to);
    }

    private void achieved(WorkStep step, Instant now) {
        breakers.succeeded(step.system(), now);
        move(step, StepStage.OVER);
        freed |= room.settle(step);
        for (int dependent : step.turn().dependents()) {
            var next = work.step(dependent);
            if (stages.waitsForOneLess(next)) {
                enqueue(next);
            }
        }
    }

    /// It keeps its place among the calls under way.
    private void stillToDo(WorkStep step, Instant now, List<Instruction> instructions) {
        breakers.succeeded(step.system(), now);
        tries.foundToDo(step);
        if (stopped) {
            move(step, StepStage.OVER);
        } else {
            instructions.add(tries.attempt(step));
        }
    }

    /// The creation is begun like any other: when there is room, and a place among the calls.
    private void cleared(WorkStep step, Instant now) {
        breakers.succeeded(step.system(), now);
        tries.cleared(step);
        freed |= room.clear(step);
        waitAgain(step);
    }

    private void fell(WorkStep step, Event.Fell fell, Instant now, List<Instruction> instructions) {
        var kind = fell.failure().kind();
        switch (kind) {
            case BUSY, SILENT -> breakers.failed(step.system(), now);
            case NO_ROOM, REFUSED, UNFORESEEN, NOT_IN_TIME, INTERRUPTED -> breakers.succeeded(step.system(), now);
        }
        tries.fell(step, kind);
        giveBack(step);
        var interval = stopped ? null : retries.after(step, fell, tries.attempts(step), now);
        if (interval == null) {
            var last = stopped ? fell.failure() : retries.givenUp(step, fell.failure());
            fail(step, last, instructions);
        } else {
            sleep(step, now.plus(interval), fell.failure().words(), instructions);
        }
    }

    private void giveBack(WorkStep step) {
        if (!tries.isUncertain(step)) {
            freed |= room.giveBack(step);
        }
    }

    private void sleep(WorkStep step, Instant until, String why, List<Instruction> instructions) {
        move(step, StepStage.SLEEPING);
        instructions.add(new Instruction.Sleep(step.number(), until, why, tries.attempts(step)));
    }

    private void fail(WorkStep step, Failure failure, List<Instruction> instructions) {
        move(step, StepStage.OVER);
        instructions.add(new Instruction.GiveUp(step.number(), failure));
        var doomed = new ArrayDeque<WorkStep>();
        doomed.add(step);
        while (!doomed.isEmpty()) {
            for (int dependent : doomed.remove().turn().dependents()) {
                var next = work.step(dependent);
                if (stages.isAt(next, StepStage.WAITING)) {
                    move(next, StepStage.OVER);
                    instructions.add(new Instruction.Skip(dependent, step.number()));
                    doomed.add(next);
                }
            }
        }
    }

    private void fill(Instant now, List<Instruction> instructions) {
        do {
            if (freed) {
                freed = false;
                queues.release().forEach(this::waitAgain);
            }
            for (var system : SYSTEMS) {
                for (var step = queues.next(system); step != null; step = queues.next(system)) {
                    begin(step, now, instructions);
                }
            }
            if (stages.nothingGoesOn() && !queues.holdsNothing() && stages.nothingIsClosed()) {
                refuseHeld(instructions);
            }
        } while (freed);
    }

    private void begin(WorkStep step, Instant now, List<Instruction> instructions) {
        if (!room.take(step)) {
            move(step, StepStage.HELD);
            queues.hold(step);
            return;
        }
        var delay = breakers.delay(step.system(), now);
        if (delay != null) {
            giveBack(step);
            sleep(
                    step,
                    now.plus(delay),
                    step.system().word() + " fails again and again and is left alone",
                    instructions);
            return;
        }
        move(step, StepStage.RUNNING);
        queues.begun(step);
        instructions.add(tries.next(step));
    }

    /// Nothing goes on that could free what they need.
    private void refuseHeld(List<Instruction> instructions) {
        for (var step : queues.release()) {
            fail(step, new Failure(Failure.Kind.REFUSED, room.objection(step)), instructions);
        }
    }
}
