package dev.freehold.engine.deploy;

import dev.freehold.domain.journal.RunId;
import dev.freehold.domain.journal.RunResult;
import dev.freehold.domain.plan.Action;
import dev.freehold.domain.plan.Change;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.engine.deploy.RunReport.PhaseReport;
import dev.freehold.engine.deploy.RunReport.ResourceReport;
import dev.freehold.engine.deploy.RunReport.ResourceResult;
import dev.freehold.engine.run.PlanRun;
import dev.freehold.engine.run.StepOutcomes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes a report of what became of each step.
final class Reporting {
    private final RunId id;
    private final Order.Carry order;
    private final StepOutcomes outcomes;
    private final boolean refused;
    private final boolean interrupted;

    /// @param run has nothing more to do
    /// @param refusal why it did no more; absent if it did all that it could
    Reporting(RunId id, Order.Carry order, PlanRun run, @Nullable Refusal refusal) {
        this.id = id;
        this.order = order;
        this.outcomes = run.outcomes();
        this.refused = refusal != null;
        this.interrupted = run.wasInterrupted();
    }

    RunReport report() {
        return new RunReport(
                id,
                result(),
                phases(),
                resources(),
                seconds(outcomes.makespanMillis()),
                seconds(outcomes.criticalPathMillis()));
    }

    RunResult result() {
        if (refused) {
            return RunResult.REFUSED;
        }
        return result(
                outcomes.work().steps().stream().mapToInt(step -> step.number()).toArray());
    }

    private RunResult result(int[] steps) {
        boolean all = true;
        boolean begun = false;
        for (int step : steps) {
            all &= outcomes.end(step) == StepOutcomes.End.DONE;
            begun |= outcomes.end(step) != StepOutcomes.End.NEVER_BEGUN;
        }
        if (all) {
            return RunResult.SUCCEEDED;
        }
        if (interrupted) {
            return RunResult.INTERRUPTED;
        }
        return refused && !begun ? RunResult.REFUSED : RunResult.FAILED;
    }

    private List<PhaseReport> phases() {
        var concerned = EnumSet.noneOf(Layer.class);
        concerned.addAll(order.asked());
        outcomes.work().steps().forEach(step -> concerned.add(step.node().layer()));
        var phases = new ArrayList<PhaseReport>();
        for (var layer : order.layers()) {
            if (concerned.contains(layer)) {
                phases.add(phase(layer));
            }
        }
        return phases;
    }

    private PhaseReport phase(Layer layer) {
        var steps = outcomes.work().steps().stream()
                .filter(step -> step.node().layer() == layer)
                .mapToInt(step -> step.number())
                .toArray();
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int step : steps) {
            var start = outcomes.startedAt(step);
            var end = outcomes.endedAt(step);
            if (start != null && end != null) {
                first = Math.min(first, start.toEpochMilli());
                last = Math.max(last, end.toEpochMilli());
            }
        }
        return new PhaseReport(layer.phase(), result(steps), seconds(Math.max(0, last - first)));
    }

    private List<ResourceReport> resources() {
        var changes = new HashMap<ResourceId, Change>();
        order.plan().changes().forEach(change -> changes.put(change.id(), change));
        var stepsOf = new HashMap<ResourceId, List<Integer>>();
        for (var step : outcomes.work().steps()) {
            stepsOf.computeIfAbsent(step.id(), _ -> new ArrayList<>(2)).add(step.number());
        }
        var begun = new ArrayList<Integer>();
        stepsOf.values().forEach(steps -> begun.add(steps.getFirst()));
        begun.sort(Comparator.comparing((Integer step) -> outcomes.startedAt(step) == null)
                .thenComparing(step -> startOr(step, Instant.MAX))
                .thenComparing(step -> step));
        var reports = new ArrayList<ResourceReport>();
        for (int step : begun) {
            var of = outcomes.work().id(step);
            reports.add(resource(of, changes, stepsOf.getOrDefault(of, List.of())));
        }
        return reports;
    }

    private Instant startOr(int step, Instant other) {
        var start = outcomes.startedAt(step);
        return start == null ? other : start;
    }

    private ResourceReport resource(ResourceId of, Map<ResourceId, Change> changes, List<Integer> steps) {
        long millis = 0;
        int attempts = 0;
        String error = null;
        for (int step : steps) {
            millis += outcomes.tookMillis(step);
            attempts += outcomes.attempts(step);
            error = error == null ? error(step) : error;
        }
        return new ResourceReport(
                of,
                action(of, changes),
                resourceResult(steps),
                outcomes.startedAt(steps.getFirst()),
                seconds(millis),
                attempts,
                error);
    }

    private static Action action(ResourceId of, Map<ResourceId, Change> changes) {
        var change = changes.get(of);
        return change == null ? Action.UPDATE : change.action();
    }

    private ResourceResult resourceResult(List<Integer> steps) {
        for (int step : steps) {
            switch (outcomes.end(step)) {
                case DONE -> {}
                case FAILED -> {
                    return ResourceResult.FAILED;
                }
                case CUT_SHORT -> {
                    return ResourceResult.INTERRUPTED;
                }
                case SKIPPED, NEVER_BEGUN -> {
                    return ResourceResult.SKIPPED;
                }
            }
        }
        return ResourceResult.SUCCEEDED;
    }

    private @Nullable String error(int step) {
        var failure = outcomes.failure(step);
        if (failure != null) {
            return failure.words();
        }
        return outcomes.end(step) == StepOutcomes.End.SKIPPED
                ? "It needs " + outcomes.work().id(outcomes.cause(step)) + ", which was not done."
                : null;
    }

    private static double seconds(long millis) {
        return millis / 1000.0;
    }
}
