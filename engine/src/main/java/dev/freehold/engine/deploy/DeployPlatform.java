package dev.freehold.engine.deploy;

import dev.freehold.domain.resource.Layer;
import dev.freehold.engine.caller.Audience;
import dev.freehold.engine.caller.Caller;
import dev.freehold.engine.caller.Consent;
import dev.freehold.engine.look.Looking;
import dev.freehold.engine.look.ObservedPlatform;
import dev.freehold.engine.look.PreflightResult;
import dev.freehold.engine.pace.Pace;
import dev.freehold.engine.plan.PlannedPlatform;
import dev.freehold.engine.plan.WantedPlatform;
import dev.freehold.engine.run.Goal;
import dev.freehold.engine.target.Target;
import java.util.List;

/// Makes what is there into what is wanted.
public final class DeployPlatform {
    private final Target target;
    private final Pace pace;

    public DeployPlatform(Target target) {
        this(target, target.pace());
    }

    public DeployPlatform(Target target, Pace pace) {
        this.target = target;
        this.pace = pace;
    }

    /// @param layers those to deploy; all of them if empty. What they need of earlier ones comes along
    /// @param consent whether to ask before each layer
    /// @param looking what the drivers are asked for
    public record Request(WantedPlatform wanted, List<Layer> layers, Consent consent, Looking looking, Caller by) {
        public Request {
            layers = List.copyOf(layers);
        }

        /// One that believes the states.
        public Request(WantedPlatform wanted, List<Layer> layers, Consent consent, Caller by) {
            this(wanted, layers, consent, Looking.NOWHERE, by);
        }
    }

    /// @throws Interrupted if it was cut short while it looked; nothing was begun
    public RunOutcome deploy(Request request, Audience audience) {
        return new Execution(target, pace, audience, request.by(), request.consent())
                .carryOut(states -> order(
                        PlannedPlatform.of(
                                request.wanted(),
                                request.layers(),
                                states,
                                ObservedPlatform.of(request.looking(), states, target),
                                PreflightResult.of(target, request.wanted().spec())),
                        request.wanted().specText(),
                        "Deploy"));
    }

    public static Order order(PlannedPlatform planned, String specText, String verb) {
        if (planned.isRefused()) {
            return new Order.Refuse(new Refusal.AboveAllowance(planned.violations()));
        }
        if (!planned.unfit().isEmpty()) {
            return new Order.Refuse(new Refusal.Unfit(planned.unfit()));
        }
        var plan = planned.plan();
        if (!plan.blockedBy().isEmpty()) {
            return new Order.Refuse(new Refusal.StoodOn(plan.blockedBy()));
        }
        // Of other layers the blueprint holds only what is needed, which says nothing about their completeness.
        var goal = new Goal(
                specText,
                planned.blueprint().nodes().stream()
                        .filter(node -> planned.scope().contains(node.layer()))
                        .toList());
        return new Order.Carry(plan, planned.scope(), Layer.ALL, verb, planned.ledger()::allows, goal);
    }
}
