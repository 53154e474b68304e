package dev.freehold.engine.run;

import dev.freehold.adapters.sim.chance.Seed;
import dev.freehold.adapters.sim.time.VirtualTimeline;
import dev.freehold.domain.journal.JournalEntry;
import dev.freehold.domain.journal.LayerState;
import dev.freehold.domain.journal.RunId;
import dev.freehold.domain.journal.RunResult;
import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.PerLayer;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.engine.memory.MemoryJournals;
import dev.freehold.engine.memory.MemoryLayerStore;
import dev.freehold.engine.pace.Pace;
import dev.freehold.engine.state.LayerRecord;
import dev.freehold.engine.work.Conduct;
import dev.freehold.engine.work.Steps;
import dev.freehold.ports.person.ProgressListener;
import dev.freehold.ports.state.Journals;
import dev.freehold.ports.time.Timeline;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/// One platform's systems, journals and states, on which runs follow each other.
final class Bench {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    final Planted systems = new Planted();
    final MemoryJournals journals = new MemoryJournals();
    final MemoryLayerStore store = new MemoryLayerStore(() -> START);
    private int runs;
    private Instant now = START;
    private Function<Instant, Timeline> time = instant -> VirtualTimeline.from(instant, Seed.ZERO);

    /// @param time makes the timeline of a run that begins then
    Bench inTime(Function<Instant, Timeline> time) {
        this.time = time;
        return this;
    }

    /// Does all of `steps` as far as it can.
    StepOutcomes run(Steps steps) {
        return run(steps, List.of(), journals, ProgressListener.NONE, _ -> {});
    }

    /// @param goal what a rollback point is kept for
    /// @param before is given the run before it begins
    StepOutcomes run(
            Steps steps, Collection<Node> goal, Journals through, ProgressListener listener, Consumer<PlanRun> before) {
        var records =
                PerLayer.of(layer -> LayerRecord.of(layer, journals.of(layer).entries()));
        var timeline = time.apply(now);
        var run = new PlanRun(
                steps.work(standing()),
                new RunTerms(
                        new RunTerms.Identity(new RunId("run-" + ++runs), "deploy"),
                        systems.systems(),
                        timeline,
                        new RunTerms.Records(
                                records, through, store, goal.isEmpty() ? null : new Goal("name: test", goal)),
                        new Conduct(Pace.USUAL, _ -> true, 7),
                        listener));
        before.accept(run);
        try {
            run.announce();
            run.work(EnumSet.allOf(Layer.class));
            return run.finish(run.wasInterrupted() ? RunResult.INTERRUPTED : RunResult.FAILED);
        } finally {
            now = timeline.now();
        }
    }

    Map<ResourceId, Standing> standing() {
        var standing = new LinkedHashMap<ResourceId, Standing>();
        Layer.ALL.forEach(layer -> standing.putAll(state(layer).nodes()));
        return standing;
    }

    LayerState state(Layer layer) {
        return LayerState.empty(layer).after(journals.of(layer).entries());
    }

    List<JournalEntry> entries(Layer layer) {
        return journals.of(layer).entries();
    }

    /// The sorts of entries of a layer, by their names, in their order.
    List<String> sorts(Layer layer) {
        return entries(layer).stream()
                .map(entry -> entry.getClass().getSimpleName())
                .toList();
    }

    Set<ResourceId> there() {
        return systems.there.keySet();
    }
}
