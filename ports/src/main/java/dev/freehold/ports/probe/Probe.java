package dev.freehold.ports.probe;

import java.util.Optional;

/// Reads the facts of one subject from the target.
///
/// @param <F> the facts
@FunctionalInterface
public interface Probe<F> {

    /// The facts as they are now; empty where the subject isn't there at all (nothing was deployed, or it is
    /// gone).
    ///
    /// @throws dev.freehold.ports.driver.SystemFault where the target gave no answer, or none that is
    /// understood
    Optional<F> read() throws InterruptedException;
}
