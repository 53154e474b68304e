package dev.freehold.engine.run;

import dev.freehold.domain.journal.Failure;
import dev.freehold.domain.journal.JournalEntry.LeftInDoubt;
import dev.freehold.domain.journal.JournalEntry.NotDone;
import dev.freehold.domain.journal.RunId;
import dev.freehold.domain.resource.Layer;
import dev.freehold.engine.call.CallOutcome;
import dev.freehold.engine.work.Event;
import dev.freehold.engine.work.Instruction;
import dev.freehold.engine.work.Scheduler;
import dev.freehold.engine.work.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides what a run does: what the outcome of a call means for its step, what is intended next, and what the
/// scheduler's instructions come to. Everything that is handed out is on disk as an intent before, in one write
/// with the outcome that made way for it. One at a time may ask it.
final class Decisions {
    private final Work work;
    private final RunId run;
    private final Scheduler scheduler;
    private final StepMemory memory;
    private final LayerLogs logs;
    private final Facts facts;
    private final List<Instruction> instructions = new ArrayList<>();

    /// What is to be done now.
    ///
    /// @param own what the worker goes on with who asked; absent if there is nothing for it
    /// @param others what other workers are to begin
    record Next(@Nullable Assignment own, List<Assignment> others) {}

    Decisions(Work work, RunId run, Scheduler scheduler, StepMemory memory, LayerLogs logs, Facts facts) {
        this.work = work;
        this.run = run;
        this.scheduler = scheduler;
        this.memory = memory;
        this.logs = logs;
        this.facts = facts;
    }

    /// The steps of these layers may be begun.
    Next open(Set<Layer> layers, Instant now) {
        return decide(new Event.Opened(layers), -1, now);
    }

    /// Nothing new is to be begun. It may come in the midst of another decision, from a listener.
    void stop(Instant now) {
        facts.add(new Fact.Stopped(now));
        scheduler.on(new Event.Stopped(), now, new ArrayList<>());
    }

    /// The time that a step had to wait is over.
    Next woken(int step, Instant now) {
        return decide(new Event.Woken(step), step, now);
    }

    /// @param outcome what came of the call or look `done`
    Next settle(Assignment done, CallOutcome outcome, Instant now) {
        int step = done.step();
        var progress = memory.of(step);
        return switch (outcome) {
            case CallOutcome.Made(var outputs) -> after(progress.made(outputs, now), now);
            case CallOutcome.Gone() -> after(progress.gone(now), now);
            case CallOutcome.Found found -> {
                var fact = progress.found(found, now);
                if (fact != null) {
                    facts.add(fact);
                }
                yield decide(
                        fact instanceof Fact.Done ? new Event.Achieved(step) : new Event.StillToDo(step), step, now);
            }
            case CallOutcome.Nothing() -> {
                facts.add(progress.missing(now));
                yield decide(new Event.StillToDo(step), step, now);
            }
            case CallOutcome.Fault(var failure, var retryAfter) -> fell(done, failure, retryAfter, now);
        };
    }

    /// What was changed was what the step is for, or made way for it.
    private Next after(Fact.Recorded change, Instant now) {
        facts.add(change);
        int step = change.step();
        return decide(change instanceof Fact.Done ? new Event.Achieved(step) : new Event.Cleared(step), step, now);
    }

    private Next fell(Assignment done, Failure failure, @Nullable Duration retryAfter, Instant now) {
        int step = done.step();
        ask(new Event.Fell(step, failure, retryAfter), now);
        boolean givenUp =
                instructions.stream().anyMatch(next -> next instanceof Instruction.GiveUp && next.step() == step);
        // A look that failed changes nothing about what is known, unless it was the last.
        if (done instanceof Assignment.Call || givenUp) {
            facts.add(ofTheCall(step, failure, now));
        }
        return carryOn(step, now);
    }

    private Fact ofTheCall(int number, Failure failure, Instant now) {
        var step = work.step(number);
        var operation = memory.of(number).intended();
        return scheduler.isUncertain(number) || memory.mustBeAwaitedAgain(step)
                ? new Fact.CallLeftInDoubt(number, new LeftInDoubt(run, now, operation, step.id(), failure))
                : new Fact.CallCameToNothing(number, new NotDone(run, now, operation, step.id(), failure));
    }

    /// @param own the step whose worker asks; -1 if nobody's does
    private Next decide(Event event, int own, Instant now) {
        ask(event, now);
        return carryOn(own, now);
    }

    private void ask(Event event, Instant now) {
        instructions.clear();
        scheduler.on(event, now, instructions);
    }

    /// Has on disk what the instructions mean, and only then hands them out.
    private Next carryOn(int own, Instant now) {
        for (var instruction : instructions) {
            facts.add(meaning(instruction, now));
        }
        facts.flush();
        return handOut(own);
    }

    private Fact meaning(Instruction instruction, Instant now) {
        return switch (instruction) {
            case Instruction.Attempt(int number, int attempt, var request) -> {
                var step = work.step(number);
                var token = memory.token(step, logs.length(step.layer()));
                yield memory.of(number).intend(attempt, token, request, now);
            }
            case Instruction.Look look -> new Fact.LookGoesOut(now, look.step());
            case Instruction.Sleep(int step, var until, var why, int attempts) ->
                new Fact.WaitsToTryAgain(now, step, why, until, attempts);
            case Instruction.GiveUp(int step, var failure) ->
                new Fact.GivenUp(now, step, memory.of(step).operation(), failure);
            case Instruction.Skip(int step, int because) -> new Fact.Skipped(now, step, because);
        };
    }

    /// The worker goes on with its own step if there is more to it, else with the first one that became free.
    private Next handOut(int own) {
        Assignment mine = null;
        var others = new ArrayList<Assignment>();
        for (var instruction : instructions) {
            var assignment = assignment(instruction);
            if (assignment == null) {
                continue;
            }
            if (own >= 0 && (mine == null || assignment.step() == own)) {
                if (mine != null) {
                    others.add(mine);
                }
                mine = assignment;
            } else {
                others.add(assignment);
            }
        }
        return new Next(mine, others);
    }

    /// What there is to carry out; nothing where there is only something to tell.
    private @Nullable Assignment assignment(Instruction instruction) {
        return switch (instruction) {
            case Instruction.Sleep sleep -> new Assignment.Sleep(sleep.step(), sleep.until());
            case Instruction.Look look ->
                new Assignment.Look(look.step(), work.step(look.step()).node());
            case Instruction.Attempt attempt -> memory.of(attempt.step()).call();
            case Instruction.GiveUp _, Instruction.Skip _ -> null;
        };
    }
}
