package dev.freehold.engine;

import dev.freehold.domain.resource.Phase;
import java.util.List;

/// Makes what is there into what is wanted.
public final class DeployPlatform {
    private final Target target;

    public DeployPlatform(Target target) {
        this.target = target;
    }

    /// @param phases the layers to deploy; all of them if empty. What they need of earlier ones comes along
    /// @param approved whether to go through the layers without asking; their work then overlaps
    public record Request(Wanted wanted, List<Phase> phases, boolean approved, Invocation by) {}

    public RunOutcome deploy(Request request, Audience audience) {
        return Soon.comes(target.name());
    }
}
