package dev.freehold.engine.run;

import dev.freehold.domain.journal.RunResult;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.engine.call.CallOutcome;
import dev.freehold.engine.call.Calls;
import dev.freehold.engine.call.Deadlines;
import dev.freehold.engine.work.Scheduler;
import dev.freehold.engine.work.Work;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Observed;
import dev.freehold.ports.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One run of some work. Workers carry out what the scheduler decides, each on its own thread; whatever they
/// come back with goes, one at a time, to the scheduler and becomes facts. Intents of calls are on disk
/// before the calls go out, in one write with the outcome that made way for them.
///
/// What a listener throws is lost. Whatever else escapes a worker (a journal that can't be written, a process
/// that is to halt) ends the run where it stands: nothing more is called or written, and the caller gets it.
public final class PlanRun {
    private final Work work;
    private final Timeline timeline;
    private final Calls calls;
    private final StepMemory memory;
    private final LayerLogs logs;
    private final Narration narration;
    private final StepOutcomes outcomes;
    private final Facts facts;
    private final Decisions decisions;
    private final Workers workers;

    public PlanRun(Work work, RunTerms terms) {
        var run = terms.identity().id();
        var conduct = terms.conduct();
        this.work = work;
        this.timeline = terms.timeline();
        this.calls = new Calls(terms.systems());
        this.memory = new StepMemory(work, run, conduct.seed(), terms.records().standing());
        this.logs = new LayerLogs(work, terms.identity(), terms.records());
        this.narration = new Narration(terms.listener(), work);
        this.outcomes = new StepOutcomes(work);
        this.facts = new Facts(logs, narration, outcomes);
        this.decisions = new Decisions(work, run, new Scheduler(work, conduct), memory, logs, facts);
        this.workers = new Workers(timeline, step -> work.id(step).text(), new WorkerDuty());
    }

    /// Tells the listener what the work is.
    public void announce() {
        add(new Fact.Planned(timeline.now()));
    }

    /// Works in `layers`, and in those given before, until nothing is left that can be done there.
    public void work(Set<Layer> layers) {
        if (workers.begin(() -> decisions.open(layers, timeline.now()))) {
            narration.tell();
            workers.join(this::interrupt);
        }
    }

    /// Nothing new is begun any more, and what is under way is cut short; from any thread.
    public void interrupt() {
        workers.interrupt(() -> decisions.stop(timeline.now()));
    }

    public boolean wasInterrupted() {
        return workers.alone(outcomes::wasInterrupted);
    }

    /// What has become of each step so far.
    public StepOutcomes outcomes() {
        return outcomes;
    }

    /// Ends the run in every layer that it still goes on in.
    ///
    /// @param result how it ended there
    public StepOutcomes finish(RunResult result) {
        return workers.alone(() -> {
            logs.finish(timeline.now(), result);
            return outcomes;
        });
    }

    private void add(Fact fact) {
        workers.alone(() -> {
            facts.add(fact);
            return fact;
        });
        narration.tell();
    }

    /// What its workers do.
    private final class WorkerDuty implements Workers.Duty {
        @Override
        public @Nullable CallOutcome carryOut(Assignment assignment) {
            return switch (assignment) {
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
            try {
                timeline.sleep(Duration.between(timeline.now(), until));
            } catch (InterruptedException stop) {
                // The scheduler is told that the time is over, and it knows that the run was stopped.
            }
        }

        private Context context(int step) {
            return new Context(
                    this::known,
                    timeline,
                    narration.isHeard()
                            ? words -> add(new Fact.DriverSaid(timeline.now(), step, words))
                            : Context.Progress.SILENT,
                    timeline.now().plus(Deadlines.of(work.step(step).node())),
                    work.step(step).planned().adopts());
        }

        private Optional<Observed> known(ResourceId id) {
            return workers.alone(() -> memory.known(id));
        }

        @Override
        public Decisions.Next settle(Assignment assignment, @Nullable CallOutcome outcome) {
            var now = timeline.now();
            return outcome == null
                    ? decisions.woken(assignment.step(), now)
                    : decisions.settle(assignment, outcome, now);
        }

        @Override
        public void tell() {
            narration.tell();
        }
    }
}
