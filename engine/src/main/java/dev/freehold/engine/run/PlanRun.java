package dev.freehold.engine.run;

import dev.freehold.domain.journal.Failure;
import dev.freehold.domain.journal.JournalEntry.Achieved.How;
import dev.freehold.domain.journal.JournalEntry.LeftInDoubt;
import dev.freehold.domain.journal.JournalEntry.NotDone;
import dev.freehold.domain.journal.Operation;
import dev.freehold.domain.journal.RunId;
import dev.freehold.domain.journal.RunResult;
import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.PerLayer;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.engine.call.CallOutcome;
import dev.freehold.engine.call.Calls;
import dev.freehold.engine.call.Deadlines;
import dev.freehold.engine.call.Systems;
import dev.freehold.engine.state.LayerRecord;
import dev.freehold.engine.work.Conduct;
import dev.freehold.engine.work.Event;
import dev.freehold.engine.work.Instruction;
import dev.freehold.engine.work.Scheduler;
import dev.freehold.engine.work.Work;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Observed;
import dev.freehold.ports.person.ProgressListener;
import dev.freehold.ports.state.Journals;
import dev.freehold.ports.state.LayerStore;
import dev.freehold.ports.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One run of some work. Workers carry out what the scheduler decides, each on its own thread; whatever they
/// come back with goes, one at a time, to the scheduler and to the journals. Intents of calls are on disk
/// before the calls go out, in one write with the outcome that made way for them.
///
/// What a listener throws is lost. Whatever else escapes a worker (a journal that can't be written, a process
/// that is to halt) ends the run where it stands: nothing more is called or written, and the caller gets it.
public final class PlanRun {
    private final Work work;
    private final Terms terms;
    private final Calls calls;
    private final Scheduler scheduler;
    private final StepOutcomes outcomes;
    private final Narration told;
    private final PerLayer<LayerLog> logs;
    private final Map<Layer, Integer> remaining = new EnumMap<>(Layer.class);
    private final StepMemory memory;

    /// Guards everything that workers share; nobody sleeps while holding it.
    private final Object lock = new Object();

    private final List<Instruction> commands = new ArrayList<>();
    private final List<Timeline.Worker> workers = new ArrayList<>();
    private boolean stopped;
    private volatile @Nullable Throwable fatal;

    /// What a run is given beside its work.
    ///
    /// @param standing what is known of every node of every layer
    /// @param records what the layers' journals say
    /// @param store absent where nobody will ever read what the layers publish
    /// @param goal what is worked towards; absent when destroying, or where nobody will ever go back
    public record Terms(
            RunId id,
            String command,
            Systems systems,
            Timeline timeline,
            Journals journals,
            @Nullable LayerStore store,
            Conduct conduct,
            Map<ResourceId, Standing> standing,
            PerLayer<LayerRecord> records,
            @Nullable Goal goal,
            ProgressListener listener) {}

    public PlanRun(Work work, Terms terms) {
        this.work = work;
        this.terms = terms;
        this.calls = new Calls(terms.systems());
        this.scheduler = new Scheduler(work, terms.conduct());
        this.outcomes = new StepOutcomes(work);
        this.told = new Narration(terms.listener(), work);
        this.memory = new StepMemory(work, terms);
        this.logs = PerLayer.of(layer -> new LayerLog(
                terms.id(),
                terms.command(),
                terms.journals().of(layer),
                terms.store(),
                terms.records().of(layer),
                terms.goal()));
        Layer.ALL.forEach(layer -> remaining.put(layer, 0));
        for (int step = 0; step < work.size(); step++) {
            remaining.merge(work.step(step).layer(), 1, Integer::sum);
        }
    }

    /// Tells the listener what the work is.
    public void announce() {
        told.planned(terms.timeline().now());
    }

    /// Works in `layers`, and in those given before, until nothing is left that can be done there.
    public void work(Set<Layer> layers) {
        synchronized (lock) {
            if (stopped) {
                return;
            }
            decide(new Event.Opened(layers), terms.timeline().now());
        }
        told.tell();
        join();
    }

    private void join() {
        while (true) {
            try {
                terms.timeline().join();
                break;
            } catch (InterruptedException stop) {
                interrupt();
            } catch (RuntimeException | Error escaped) {
                die(escaped);
                break;
            }
        }
        rethrow();
    }

    private void rethrow() {
        var thrown = fatal;
        switch (thrown) {
            case null -> {}
            case RuntimeException exception -> throw exception;
            case Error error -> throw error;
            default -> throw new IllegalStateException(thrown);
        }
    }

    /// Nothing new is begun any more, and what is under way is cut short; from any thread.
    public void interrupt() {
        synchronized (lock) {
            if (!stopped) {
                stopped = true;
                // It may be a listener who calls, in the midst of a decision: its commands are let alone.
                scheduler.on(new Event.Stopped(), terms.timeline().now(), new ArrayList<>());
                workers.forEach(Timeline.Worker::interrupt);
            }
        }
    }

    public boolean wasInterrupted() {
        synchronized (lock) {
            return stopped;
        }
    }

    /// What has become of each step so far.
    public StepOutcomes outcomes() {
        return outcomes;
    }

    /// Ends the run in every layer that it still goes on in.
    ///
    /// @param result how it ended there
    public StepOutcomes finish(RunResult result) {
        synchronized (lock) {
            var now = terms.timeline().now();
            for (var layer : Layer.ALL) {
                if (left(layer) > 0 || !layerOf(layer).isBegun()) {
                    layerOf(layer).finish(now, left(layer) > 0 ? result : RunResult.SUCCEEDED);
                }
            }
            outcomes.aboveAllowance(memory.wasEverAbove());
            return outcomes;
        }
    }

    private int left(Layer layer) {
        return remaining.getOrDefault(layer, 0);
    }

    private LayerLog layerOf(Layer layer) {
        return logs.of(layer);
    }

    /// Hands a command to a worker of its own.
    private void start(Assignment first) {
        var worker = terms.timeline().start(work.id(first.step()).text(), () -> live(first));
        workers.add(worker);
        if (stopped) {
            worker.interrupt();
        }
    }

    private void live(Assignment first) {
        try {
            Assignment next = first;
            while (next != null && !isDead()) {
                next = settle(next, carryOut(next));
                told.tell();
            }
        } catch (RuntimeException | Error escaped) {
            die(escaped);
            throw escaped;
        }
    }

    private boolean isDead() {
        return fatal != null;
    }

    private void die(Throwable escaped) {
        synchronized (lock) {
            if (fatal == null) {
                fatal = escaped;
                workers.forEach(Timeline.Worker::interrupt);
            }
        }
    }

    /// The one thing that is done without the lock, because it takes time.
    private @Nullable CallOutcome carryOut(Assignment errand) {
        return switch (errand) {
            case Assignment.Sleep sleep -> {
                sleepUntil(sleep.until());
                yield null;
            }
            case Assignment.Look(int step, var wanted) -> calls.look(wanted, context(step));
            case Assignment.Create(int step, var wanted, var token) -> calls.create(wanted, token, context(step));
            case Assignment.Update(int step, var before, var wanted, var token) ->
                calls.update(before, wanted, token, context(step));
            case Assignment.Delete(int step, var gone) -> calls.delete(gone, context(step));
        };
    }

    private void sleepUntil(Instant until) {
        var timeline = terms.timeline();
        try {
            timeline.sleep(Duration.between(timeline.now(), until));
        } catch (InterruptedException stop) {
            // The scheduler is told that the time is over, and it knows that the run was stopped.
        }
    }

    private Context context(int step) {
        var timeline = terms.timeline();
        return new Context(
                this::known,
                timeline,
                told.progressOf(step, timeline),
                timeline.now().plus(Deadlines.of(work.step(step).node())));
    }

    private Optional<Observed> known(ResourceId id) {
        synchronized (lock) {
            return memory.known(id);
        }
    }

    /// Records what came of `errand` and finds out what is to be done now; the worker's own part of it is
    /// returned, nothing if it has none.
    private @Nullable Assignment settle(Assignment errand, @Nullable CallOutcome answer) {
        synchronized (lock) {
            // An interrupt has done its work once it is here, and must not hit the journal's files.
            boolean unusedInterrupt = Thread.interrupted();
            if (fatal != null) {
                return null;
            }
            var now = terms.timeline().now();
            return answer == null ? decide(new Event.Woken(errand.step()), now) : settle(errand, answer, now);
        }
    }

    private @Nullable Assignment settle(Assignment errand, CallOutcome answer, Instant now) {
        int step = errand.step();
        var log = layerOf(work.step(step).layer());
        return switch (answer) {
            case CallOutcome.Made(var outputs) -> {
                log.add(memory.achieved(step, outputs, now));
                told.done(step, How.MADE, now, outcomes);
                yield decide(new Event.Achieved(step), now);
            }
            case CallOutcome.Gone() -> {
                log.add(memory.gone(step, now));
                if (work.step(step).operation() == Operation.DELETE) {
                    told.done(step, How.MADE, now, outcomes);
                    yield decide(new Event.Achieved(step), now);
                }
                // It stood in the way of what is to be created in its place.
                yield decide(new Event.Cleared(step), now);
            }
            case CallOutcome.Found found -> {
                var entry = memory.found(step, found, now);
                if (entry != null) {
                    log.add(entry);
                }
                if (memory.isAsWanted(step)) {
                    told.done(step, How.ADOPTED, now, outcomes);
                    yield decide(new Event.Achieved(step), now);
                }
                yield decide(new Event.StillToDo(step), now);
            }
            case CallOutcome.Nothing() -> {
                memory.missing(step, now).forEach(log::add);
                yield decide(new Event.StillToDo(step), now);
            }
            case CallOutcome.Fault(var failure, var retryAfter) -> fell(errand, failure, retryAfter, now);
        };
    }

    private @Nullable Assignment fell(Assignment errand, Failure failure, @Nullable Duration retryAfter, Instant now) {
        int step = errand.step();
        commands.clear();
        scheduler.on(new Event.Fell(step, failure, retryAfter), now, commands);
        boolean givenUp = commands.stream().anyMatch(next -> next instanceof Instruction.GiveUp && next.step() == step);
        // A look that failed changes nothing about what is known, unless it was the last.
        if (errand instanceof Assignment.Call || givenUp) {
            var log = layerOf(work.step(step).layer());
            var id = work.id(step);
            var operation = memory.intended(step);
            if (scheduler.isUncertain(step) || memory.mustBeAwaitedAgain(step)) {
                log.add(new LeftInDoubt(terms.id(), now, operation, id, failure));
            } else {
                log.add(new NotDone(terms.id(), now, operation, id, failure));
                memory.notDone(step);
            }
        }
        return carryOn(step, now);
    }

    /// Asks the scheduler, and sets in motion what it says.
    private @Nullable Assignment decide(Event event, Instant now) {
        commands.clear();
        scheduler.on(event, now, commands);
        return carryOn(
                switch (event) {
                    case Event.StillToDo(int step) -> step;
                    case Event.Cleared(int step) -> step;
                    case Event.Achieved(int step) -> over(step, now);
                    case Event.Woken(int step) -> step;
                    case Event.Fell fell -> fell.step();
                    case Event.Opened _, Event.Stopped _ -> -1;
                },
                now);
    }

    private int over(int step, Instant now) {
        outcomes.done(step, now);
        finishOne(step, now);
        return step;
    }

    private void finishOne(int step, Instant now) {
        var layer = work.step(step).layer();
        if (remaining.merge(layer, -1, Integer::sum) == 0) {
            layerOf(layer).finish(now, resultOf(layer));
        }
    }

    private RunResult resultOf(Layer layer) {
        for (int step = 0; step < work.size(); step++) {
            if (work.step(step).layer() == layer && outcomes.end(step) != StepOutcomes.End.DONE) {
                return stopped ? RunResult.INTERRUPTED : RunResult.FAILED;
            }
        }
        return RunResult.SUCCEEDED;
    }

    /// Writes down what the commands mean, has it on disk, and only then starts their workers.
    ///
    /// @param own the step whose worker this is; -1 if it is none
    private @Nullable Assignment carryOn(int own, Instant now) {
        for (var command : commands) {
            switch (command) {
                case Instruction.Attempt _ -> intend(command, now);
                case Instruction.Look _ -> outcomes.started(command.step(), now);
                case Instruction.Sleep sleep -> told.waiting(sleep, now);
                case Instruction.GiveUp(int step, var failure) -> {
                    outcomes.failed(step, now, failure);
                    told.failed(step, now, memory.operation(step), failure);
                    finishOne(step, now);
                }
                case Instruction.Skip(int step, int because) -> {
                    outcomes.skipped(step, because);
                    told.skipped(step, because, now);
                    finishOne(step, now);
                }
            }
        }
        flush();
        return handOut(own);
    }

    private void intend(Instruction command, Instant now) {
        int step = command.step();
        if (command instanceof Instruction.Attempt call) {
            var log = layerOf(work.step(step).layer());
            log.add(memory.intend(step, call.attempt(), call.newToken(), log.length(), now));
            outcomes.started(step, now);
            outcomes.attempted(step, call.attempt());
            told.started(step, memory.operation(step), call.attempt(), now);
        }
    }

    private void flush() {
        for (var layer : Layer.ALL) {
            layerOf(layer).flush();
        }
        told.recorded();
    }

    /// The worker goes on with its own step if there is more to it, else with the first one that became free.
    private @Nullable Assignment handOut(int own) {
        Instruction mine = null;
        for (var command : commands) {
            switch (command) {
                case Instruction.Attempt _, Instruction.Look _, Instruction.Sleep _ -> {
                    if (own >= 0 && (mine == null || command.step() == own)) {
                        if (mine != null) {
                            start(errand(mine));
                        }
                        mine = command;
                    } else {
                        start(errand(command));
                    }
                }
                case Instruction.GiveUp _, Instruction.Skip _ -> {}
            }
        }
        return mine == null ? null : errand(mine);
    }

    private Assignment errand(Instruction command) {
        return switch (command) {
            case Instruction.Sleep sleep -> new Assignment.Sleep(sleep.step(), sleep.until());
            case Instruction.Look look -> new Assignment.Look(look.step(), work.step(look.step()).node());
            case Instruction.Attempt attempt -> memory.call(attempt.step());
            case Instruction.GiveUp _, Instruction.Skip _ ->
                throw new IllegalStateException(command + " is nothing to carry out");
        };
    }
}
