package dev.freehold.engine.deploy;

import dev.freehold.domain.blueprint.ImageSupply;
import dev.freehold.domain.journal.JournalEntry.RollbackPointKept;
import dev.freehold.domain.journal.LayerState;
import dev.freehold.domain.plan.Protection;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.spec.Spec;
import dev.freehold.engine.caller.Audience;
import dev.freehold.engine.caller.Caller;
import dev.freehold.engine.caller.Consent;
import dev.freehold.engine.look.ObservedPlatform;
import dev.freehold.engine.look.PreflightResult;
import dev.freehold.engine.pace.Pace;
import dev.freehold.engine.plan.PlannedPlatform;
import dev.freehold.engine.plan.WantedPlatform;
import dev.freehold.engine.state.LayerStates;
import dev.freehold.engine.target.Target;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/// Takes a layer back to an earlier completed deployment: a plan like any other, by that deployment's spec.
public final class RollbackLayer {
    private final Target target;
    private final Function<String, Spec> specs;
    private final Pace pace;

    /// @param specs reads the text of a spec
    public RollbackLayer(Target target, Function<String, Spec> specs) {
        this(target, specs, target.pace());
    }

    public RollbackLayer(Target target, Function<String, Spec> specs, Pace pace) {
        this.target = target;
        this.specs = specs;
        this.pace = pace;
    }

    /// @param number the rollback point's. Left out: the newest whose spec would change anything
    /// @param protection what may not go for it: today's, not that of the point's spec
    public record Request(Layer layer, OptionalInt number, Consent consent, Caller by, Protection protection) {

        /// One for which nothing that holds data may go.
        public Request(Layer layer, OptionalInt number, Consent consent, Caller by) {
            this(layer, number, consent, by, Protection.OF_DATA);
        }
    }

    public RunOutcome rollback(Request request, Audience audience) {
        return new Execution(target, pace, audience, request.by(), request.consent())
                .carryOut(states -> order(states, request));
    }

    private Order order(LayerStates states, Request request) {
        var layer = request.layer();
        var points = states.of(layer).rollbackPoints();
        for (var point : points.reversed()) {
            boolean named = request.number().isPresent();
            if (named && request.number().getAsInt() != point.number()) {
                continue;
            }
            var wanted = new WantedPlatform(
                    specs.apply(point.spec()),
                    point.spec(),
                    ImageSupply.prebuiltIf(hadPrebuiltImages(point)),
                    request.protection());
            if (named
                    || !planned(wanted, layer, states, PreflightResult.NOTHING)
                            .plan()
                            .isEmpty()) {
                var preflight = PreflightResult.of(target, wanted.spec());
                return DeployPlatform.order(planned(wanted, layer, states, preflight), point.spec(), "Roll back");
            }
        }
        return new Order.Refuse(new Refusal.NoSuchPoint(
                layer, points.stream().map(RollbackPointKept::number).toList()));
    }

    private static PlannedPlatform planned(
            WantedPlatform wanted, Layer layer, LayerStates states, PreflightResult preflight) {
        return PlannedPlatform.of(wanted, List.of(layer), states, ObservedPlatform.NOTHING, preflight);
    }

    /// The spec doesn't say it where it was asked for with the command.
    private boolean hadPrebuiltImages(RollbackPointKept point) {
        // Of the layer's own point the place in the journal is known, of another's only its time.
        var then = target.journals().of(Layer.IMAGES).entries().stream()
                .takeWhile(entry -> !entry.equals(point) && !entry.at().isAfter(point.at()))
                .toList();
        return LayerStates.holdsPrebuiltImages(LayerState.empty(Layer.IMAGES).after(then));
    }

    /// The points kept of `layer`, oldest first.
    public List<RollbackPointKept> points(Layer layer) {
        return LayerStates.read(target.journals(), target.layers()).of(layer).rollbackPoints();
    }
}
