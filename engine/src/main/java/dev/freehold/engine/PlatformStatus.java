package dev.freehold.engine;

import dev.freehold.domain.resource.Phase;
import java.util.List;

/// How much of the wanted platform is there.
public final class PlatformStatus {
    private final Target target;

    public PlatformStatus(Target target) {
        this.target = target;
    }

    /// @param resources how many nodes the phase is to have
    /// @param present how many of them stand
    /// @param rollbackPoints how many are kept
    public record PhaseStatus(Phase phase, int resources, int present, int rollbackPoints) {}

    /// Every phase in its order, validation among them.
    public List<PhaseStatus> of(Wanted wanted) {
        return Soon.comes(target.name() + wanted);
    }
}
