package dev.freehold.engine;

import dev.freehold.domain.resource.SetupPart;
import dev.freehold.engine.pace.Pace;

/// Makes one part of the setup phase, with what it needs of the rest and is not there. The rest of the phase is
/// left as it is.
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

    /// @param approved whether to go to work without asking
    public record Request(Wanted wanted, SetupPart part, boolean approved, Invocation by) {}

    public RunOutcome setUp(Request request, Audience audience) {
        return new Execution(target, pace, audience, request.by(), request.approved())
                .carryOut(states -> DeployPlatform.order(
                        PlannedPlatform.ofPart(request.wanted(), request.part(), states),
                        request.wanted().specText(),
                        "Set up " + request.part().word() + " in"));
    }
}
