package dev.freehold.ports.driver;

import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.Produces;

/// What became of a creation: [Created], [NoRoom] or [Refused].
public sealed interface CreateAnswer permits CreateAnswer.Created, NoRoom, Refused {
    /// It is there.
    record Created(Observed now) implements CreateAnswer {
        public static <N extends Node & Produces<O>, O extends Outputs> Created of(N wanted, O outputs) {
            return new Created(Observed.of(wanted, outputs));
        }

        public Outputs outputs() {
            return now.outputs();
        }
    }
}
