package dev.freehold.ports.driver;

import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.resource.Gate;

/// Waits for the facts that a platform's work depends on.
public interface GateKeeper {

    /// Blocks on the context's timeline until the gate's fact holds or the context's deadline passes. Safe to
    /// repeat.
    ///
    /// @throws SystemFault as a driver would; the gate is then asked again
    Answer await(Gate gate, Context context) throws InterruptedException;

    sealed interface Answer {
        /// The fact holds.
        record Passed(Observed now) implements Answer {
            public static Passed of(Gate gate) {
                return new Passed(Observed.of(gate, Outputs.NONE));
            }

            public Outputs outputs() {
                return now.outputs();
            }
        }

        /// The deadline passed.
        ///
        /// @param seen what was there instead, in the system's words
        record NotInTime(String seen) implements Answer {}
    }
}
