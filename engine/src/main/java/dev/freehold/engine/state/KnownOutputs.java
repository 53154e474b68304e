package dev.freehold.engine.state;

import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.resource.Outputs;
import org.jspecify.annotations.Nullable;

/// The outputs that a state knows of a node.
public final class KnownOutputs {
    private KnownOutputs() {}

    /// Of what is in doubt, those of what stood before; none of what doesn't stand.
    public static Outputs of(@Nullable Standing standing) {
        return switch (standing) {
            case null -> Outputs.NONE;
            case Standing.Stands stands -> stands.outputs();
            case Standing.InDoubt doubt -> of(doubt.before());
        };
    }
}
