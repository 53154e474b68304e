package dev.freehold.ports.driver;

import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.Produces;

/// What became of a change: [Updated], [NoRoom] or [Refused].
public sealed interface UpdateAnswer permits UpdateAnswer.Updated, NoRoom, Refused {
    /// It has the wanted settings.
    record Updated(Observed now) implements UpdateAnswer {
        public static <N extends Node & Produces<O>, O extends Outputs> Updated of(N wanted, O outputs) {
            return new Updated(Observed.of(wanted, outputs));
        }

        public Outputs outputs() {
            return now.outputs();
        }
    }
}
