package dev.freehold.ports.driver;

import dev.freehold.domain.resource.Outputs;

/// What became of a creation: [Created], [NoRoom] or [Refused].
public sealed interface CreateAnswer permits CreateAnswer.Created, NoRoom, Refused {
    /// It is there, with these outputs.
    record Created(Outputs outputs) implements CreateAnswer {}
}
