package dev.freehold.engine.state;

import dev.freehold.domain.journal.Standing;
import dev.freehold.ports.driver.Observed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a state knows to stand, as drivers are told of it.
public final class KnownNodes {
    private KnownNodes() {}

    /// Of what is in doubt, what stood before; empty where nothing is known to stand.
    public static Optional<Observed> of(@Nullable Standing standing) {
        return switch (standing) {
            case null -> Optional.empty();
            case Standing.Stands stands -> Optional.of(new Observed(stands.node(), stands.outputs()));
            case Standing.InDoubt doubt -> of(doubt.before());
        };
    }
}
