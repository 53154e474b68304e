package dev.freehold.engine.run;

import dev.freehold.domain.journal.Token;
import dev.freehold.domain.resource.Node;
import java.time.Instant;

/// What a worker is given to carry out: all of it, so that it asks nothing that others may change meanwhile.
sealed interface Errand {
    int step();

    record Sleep(int step, Instant until) implements Errand {}

    record Look(int step, Node wanted) implements Errand {}

    /// A call that may change something.
    sealed interface Call extends Errand {}

    /// Of a gate, that it is awaited.
    record Create(int step, Node wanted, Token token) implements Call {}

    record Update(int step, Node before, Node wanted, Token token) implements Call {}

    record Delete(int step, Node gone) implements Call {}
}
