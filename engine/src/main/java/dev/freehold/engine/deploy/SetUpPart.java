package dev.freehold.engine.deploy;

import dev.freehold.domain.resource.SetupPart;
import dev.freehold.engine.caller.Audience;
import dev.freehold.engine.caller.Caller;
import dev.freehold.engine.caller.Consent;
import dev.freehold.engine.look.ObservedPlatform;
import dev.freehold.engine.pace.Pace;
import dev.freehold.engine.plan.PlannedPlatform;
import dev.freehold.engine.plan.WantedPlatform;
import dev.freehold.engine.target.Target;

/// Makes one part of the setup phase, with what it needs of the rest and is not there. What this computer has of
/// the part is looked at; the rest of the phase is left as it is.
public final class SetUpPart {
    private final Target target;
    private final Pace pace;

    public SetUpPart(Target target) {
        this(target, target.pace());
    }

    public SetUpPart(Target target, Pace pace) {
        this.target = target;
        this.pace = pace;
    }

    /// @param consent whether to ask before it goes to work
    public record Request(WantedPlatform wanted, SetupPart part, Consent consent, Caller by) {}

    /// @throws dev.freehold.engine.look.Interrupted if it was cut short while it looked; nothing was begun
    public RunOutcome setUp(Request request, Audience audience) {
        return new Execution(target, pace, audience, request.by(), request.consent())
                .carryOut(states -> DeployPlatform.order(
                        PlannedPlatform.ofPart(
                                request.wanted(),
                                request.part(),
                                states,
                                ObservedPlatform.here(states, target, request.part()::holds)),
                        request.wanted().specText(),
                        "Set up " + request.part().word() + " in"));
    }
}
