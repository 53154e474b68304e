package dev.freehold.engine.deploy;

import dev.freehold.domain.allowance.Usage;
import dev.freehold.domain.plan.Dependents;
import dev.freehold.domain.plan.Plan;
import dev.freehold.domain.plan.Protection;
import dev.freehold.domain.resource.Layer;
import dev.freehold.engine.caller.Audience;
import dev.freehold.engine.caller.Caller;
import dev.freehold.engine.caller.Consent;
import dev.freehold.engine.pace.Pace;
import dev.freehold.engine.plan.PlannedPlatform;
import dev.freehold.engine.state.LayerStates;
import dev.freehold.engine.target.Target;
import java.util.List;

/// Removes layers, in the reverse of the order in which they build on each other.
public final class DestroyPlatform {
    private final Target target;
    private final Pace pace;

    public DestroyPlatform(Target target) {
        this(target, target.pace());
    }

    public DestroyPlatform(Target target, Pace pace) {
        this.target = target;
        this.pace = pace;
    }

    /// @param layers those to remove
    /// @param dependents what becomes of the layers that stand on them
    /// @param consent whether to ask before each layer
    /// @param protection what stays all the same
    public record Request(
            List<Layer> layers, Dependents dependents, Consent consent, Caller by, Protection protection) {
        public Request {
            layers = List.copyOf(layers);
        }

        /// One that takes whatever the layers hold.
        public Request(List<Layer> layers, Dependents dependents, Consent consent, Caller by) {
            this(layers, dependents, consent, by, Protection.NONE);
        }
    }

    public RunOutcome destroy(Request request, Audience audience) {
        return new Execution(target, pace, audience, request.by(), request.consent())
                .carryOut(states -> order(states, request));
    }

    private static Order order(LayerStates states, Request request) {
        var scope = PlannedPlatform.scope(request.layers());
        var plan = Plan.destroying(states.standing(), scope, request.dependents());
        var kept = request.protection().violations(plan, states.standing());
        if (!kept.isEmpty()) {
            return new Order.Refuse(new Refusal.Protected(kept));
        }
        return plan.blockedBy().isEmpty()
                ? new Order.Carry(plan, scope, Layer.ALL.reversed(), "Destroy", _ -> true, Usage.UNLIMITED, null)
                : new Order.Refuse(new Refusal.StoodOn(plan.blockedBy()));
    }
}
