package dev.freehold.adapters.sim.world;

import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.ports.driver.Observed;
import java.time.Instant;
import java.util.Optional;

/// One thing that stands in the world.
///
/// @param since when it was made or last changed
/// @param token what its creation was asked with; empty for what others made
/// @param generation how many times something was made under its id, this one included
public record Thing(
        ResourceId id, Resource resource, Outputs outputs, Instant since, Optional<Token> token, int generation) {

    /// Drivers make nothing without a token: what came without one is somebody else's.
    public boolean isOurs() {
        return token.isPresent();
    }

    public Observed observed() {
        return new Observed(resource, outputs);
    }
}
