package dev.freehold.engine;

import dev.freehold.domain.resource.Phase;
import java.util.List;

/// Removes layers, in the reverse of the order in which they build on each other.
public final class DestroyPlatform {
    private final Target target;

    public DestroyPlatform(Target target) {
        this.target = target;
    }

    /// @param phases the layers to remove
    /// @param cascade whether to remove the layers that stand on them too
    /// @param approved whether to go through the layers without asking
    public record Request(List<Phase> phases, boolean cascade, boolean approved, Invocation by) {}

    public RunOutcome destroy(Request request, Audience audience) {
        return Soon.comes(target.name());
    }
}
