package dev.freehold.ports.world;

import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.resource.Node;
import java.time.Instant;
import java.util.Optional;

/// One thing that happened to the simulated world.
///
/// @param node what it happened to, with the settings that it has since; what is gone, with those it had
/// @param outputs what it has since; none for what is gone
/// @param token the token it was asked for with; empty where it came without one
public record WorldChange(Instant at, What what, Node node, Outputs outputs, Optional<Token> token) {

    public enum What {
        MADE,
        CHANGED,
        REMOVED
    }
}
