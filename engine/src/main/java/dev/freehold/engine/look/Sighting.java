package dev.freehold.engine.look;

import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.resource.Node;

/// What a look at something that should be there showed.
public sealed interface Sighting {

    record There(Node actual, Outputs outputs) implements Sighting {}

    record Gone() implements Sighting {}

    /// The system would not say.
    record Unknown(String words) implements Sighting {}
}
