package dev.freehold.engine.run;

import dev.freehold.domain.journal.Token;
import dev.freehold.domain.resource.Node;
import java.time.Instant;

/// What a worker is given to carry out: all of it, so that it asks nothing that others may change meanwhile.
sealed interface Assignment {
    int step();

    record Sleep(int step, Instant until) implements Assignment {}

    record Look(int step, Node wanted) implements Assignment {}

    /// A call that may change something.
    sealed interface Call extends Assignment {}

    /// Of a gate, that it is awaited.
    record Create(int step, Node wanted, Token token) implements Call {}

    record Update(int step, Node before, Node wanted, Token token) implements Call {}

    record Delete(int step, Node gone) implements Call {}
}
