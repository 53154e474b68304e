package dev.freehold.engine.deploy;

import dev.freehold.domain.resource.Layer;
import dev.freehold.engine.caller.Audience;
import dev.freehold.engine.caller.Caller;
import dev.freehold.engine.caller.Consent;
import dev.freehold.engine.look.Looking;
import dev.freehold.engine.look.ObservedPlatform;
import dev.freehold.engine.pace.Pace;
import dev.freehold.engine.plan.PlannedPlatform;
import dev.freehold.engine.plan.WantedPlatform;
import dev.freehold.engine.run.Goal;
import dev.freehold.engine.target.Target;
import java.util.List;
import java.util.Optional;

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

    /// @throws dev.freehold.engine.look.Interrupted if it was cut short while it looked; nothing was begun
    public RunOutcome deploy(Request request, Audience audience) {
        return new Execution(target, pace, audience, request.by(), request.consent())
                .carryOut(states -> order(
                        PlannedPlatform.at(
                                target,
                                request.wanted(),
                                request.layers(),
                                states,
                                ObservedPlatform.of(request.looking(), states, target)),
                        request.wanted().specText(),
                        "Deploy"));
    }

    /// Why what is planned may not, or can't, be carried out; empty if nothing speaks against it.
    public static Optional<Refusal> refusal(PlannedPlatform planned) {
        var blockedBy = planned.plan().blockedBy();
        if (planned.isRefused() && !planned.isRefusedForProtectionAlone()) {
            return Optional.of(new Refusal.AboveAllowance(planned.violations()));
        }
        // Where what stands on it has gone as well, what is protected may hold nothing any more.
        if (planned.isRefused() && blockedBy.isEmpty()) {
            return Optional.of(new Refusal.Protected(planned.protectedByPlan()));
        }
        if (!planned.isRefused() && !planned.unfit().isEmpty()) {
            return Optional.of(new Refusal.Unfit(planned.unfit()));
        }
        if (!blockedBy.isEmpty()) {
            return Optional.of(new Refusal.StoodOn(blockedBy));
        }
        var held = planned.plan().heldClaims();
        return held.isEmpty() ? Optional.empty() : Optional.of(new Refusal.ClaimsHeld(held));
    }

    static Order order(PlannedPlatform planned, String specText, String verb) {
        return refusal(planned).<Order>map(Order.Refuse::new).orElseGet(() -> carry(planned, specText, verb));
    }

    private static Order carry(PlannedPlatform planned, String specText, String verb) {
        // Of other layers the blueprint holds only what is needed, which says nothing about their completeness.
        var goal = new Goal(
                specText,
                planned.blueprint().nodes().stream()
                        .filter(node -> planned.scope().contains(node.layer()))
                        .toList());
        var ledger = planned.ledger();
        return new Order.Carry(
                planned.plan(),
                planned.scope(),
                Layer.ALL,
                verb,
                ledger::allows,
                ledger.usage().asQuota(),
                goal);
    }
}
