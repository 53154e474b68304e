package dev.freehold.engine.run;

import dev.freehold.domain.resource.Node;
import dev.freehold.domain.output.Outputs;

/// What a look at something that should be there showed.
public sealed interface Seen {

    record There(Node actual, Outputs outputs) implements Seen {}

    record Gone() implements Seen {}

    /// The system would not say.
    record Unknown(String words) implements Seen {}
}
