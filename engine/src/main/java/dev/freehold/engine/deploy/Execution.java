package dev.freehold.engine.deploy;

import dev.freehold.domain.journal.RunId;
import dev.freehold.domain.journal.RunResult;
import dev.freehold.domain.plan.Plan;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.PerLayer;
import dev.freehold.domain.schedule.TimingProfile;
import dev.freehold.engine.caller.Audience;
import dev.freehold.engine.caller.Caller;
import dev.freehold.engine.caller.Consent;
import dev.freehold.engine.pace.Pace;
import dev.freehold.engine.run.PlanRun;
import dev.freehold.engine.run.RunTerms;
import dev.freehold.engine.state.LayerRecord;
import dev.freehold.engine.state.LayerStates;
import dev.freehold.engine.target.Target;
import dev.freehold.engine.work.Conduct;
import dev.freehold.engine.work.Work;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Carries out what a use case orders: takes the right to write, learns what stands, asks before each layer
/// where nobody approved beforehand, and reports.
final class Execution {
    private final Target target;
    private final Pace pace;
    private final Audience audience;
    private final Caller by;
    private final Consent consent;

    Execution(Target target, Pace pace, Audience audience, Caller by, Consent consent) {
        this.target = target;
        this.pace = pace;
        this.audience = audience;
        this.by = by;
        this.consent = consent;
    }

    /// @param order what is to be done where the layers are so
    RunOutcome carryOut(Function<LayerStates, Order> order) {
        return target.alone(
                by, () -> alone(order), holder -> refused(RunIds.refused(by.since()), new Refusal.HeldBy(holder)));
    }

    private RunOutcome alone(Function<LayerStates, Order> order) {
        var records = PerLayer.of(
                layer -> LayerRecord.of(layer, target.journals().of(layer).entries()));
        var states = new LayerStates(records.map(LayerRecord::state));
        catchUp(states);
        var id = RunIds.of(target.timeline().now(), entries(records));
        return switch (order.apply(states)) {
            case Order.Refuse(var refusal) -> refused(id, refusal);
            case Order.Carry carry -> run(id, carry, states, records);
        };
    }

    private static long entries(PerLayer<LayerRecord> records) {
        return records.values().stream()
                .mapToLong(record -> record.state().version())
                .sum();
    }

    /// A run that died may have recorded more than it could publish.
    private void catchUp(LayerStates states) {
        for (var state : states.byLayer().values()) {
            if (state.version() > target.layers().read(state.layer()).version()) {
                target.layers().publish(state);
            }
        }
    }

    private RunOutcome run(RunId id, Order.Carry order, LayerStates states, PerLayer<LayerRecord> records) {
        var work = Work.of(order.plan().steps(), states.standing(), TimingProfile.REFERENCE);
        var run = new PlanRun(
                work,
                new RunTerms(
                        new RunTerms.Identity(id, by.command()),
                        target.systems(),
                        target.timeline(),
                        new RunTerms.Records(records, target.journals(), target.layers(), order.goal()),
                        new Conduct(pace, order.allowed(), order.quota(), target.seed()),
                        audience.progress()));
        Runnable interrupt = run::interrupt;
        audience.stop().watch(interrupt);
        try {
            run.announce();
            var refusal = work(run, work, order);
            var report = new Reporting(id, order, run, refusal);
            run.finish(report.result());
            return new RunOutcome(report.report(), Optional.ofNullable(refusal));
        } finally {
            audience.stop().forget(interrupt);
        }
    }

    private @Nullable Refusal work(PlanRun run, Work work, Order.Carry order) {
        if (consent == Consent.GIVEN_BEFOREHAND) {
            run.work(EnumSet.allOf(Layer.class));
            return null;
        }
        for (var layer : withWork(order.layers(), work)) {
            if (run.wasInterrupted() || run.outcomes().firstFailed() >= 0) {
                return null;
            }
            switch (audience.questions().approve(question(order, layer))) {
                case GIVEN -> run.work(EnumSet.of(layer));
                case DENIED -> {
                    return new Refusal.NotApproved(layer, Refusal.NotApproved.Approval.DENIED);
                }
                case NOBODY_THERE -> {
                    return new Refusal.NotApproved(layer, Refusal.NotApproved.Approval.NOBODY_THERE);
                }
            }
        }
        return null;
    }

    private static Set<Layer> withWork(List<Layer> layers, Work work) {
        var having = new LinkedHashSet<>(layers);
        var working = EnumSet.noneOf(Layer.class);
        work.steps().forEach(step -> working.add(step.node().layer()));
        having.retainAll(working);
        return having;
    }

    private static String question(Order.Carry order, Layer layer) {
        var changes = order.plan().changes().stream()
                .filter(change -> change.node().layer() == layer)
                .toList();
        var summary = new Plan(changes, List.of(), List.of(), List.of()).summary();
        return order.verb() + " the " + layer.word() + " layer: " + summary.create() + " to create, "
                + summary.update() + " to update, " + summary.replace() + " to replace, " + summary.delete()
                + " to delete" + (summary.adopt() == 0 ? "?" : ", " + summary.adopt() + " to adopt?");
    }

    private static RunOutcome refused(RunId id, Refusal refusal) {
        return new RunOutcome(new RunReport(id, RunResult.REFUSED, List.of(), List.of(), 0, 0), Optional.of(refusal));
    }
}
