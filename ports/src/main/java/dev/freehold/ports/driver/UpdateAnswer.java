package dev.freehold.ports.driver;

import dev.freehold.domain.resource.Outputs;

/// What became of a change: [Updated], [NoRoom] or [Refused].
public sealed interface UpdateAnswer permits UpdateAnswer.Updated, NoRoom, Refused {
    /// It has the wanted settings, and these outputs.
    record Updated(Outputs outputs) implements UpdateAnswer {}
}
