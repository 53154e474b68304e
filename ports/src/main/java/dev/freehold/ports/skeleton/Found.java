package dev.freehold.ports.skeleton;

import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.resource.Produces;
import dev.freehold.domain.resource.Resource;
import dev.freehold.ports.driver.Observed;
import java.util.Optional;

/// What was found of a resource in its system.
///
/// @param handle the system's own name for it, such as an OCID; for what has none, whatever its kind needs to find
/// it
///     again
/// @param actual its settings there, those that can't be seen as in the resource asked for
/// @param token with which it was made, where it says so
/// @param owner whose it is
public record Found<R extends Resource>(String handle, R actual, Outputs outputs, Optional<Token> token, Owner owner) {

    /// Whose a thing is that a driver found.
    public enum Owner {
        /// Made by this platform, or handed over to it.
        US,
        /// It was there before Freehold and is used as it is: never changed, never removed.
        OTHERS
    }

    public static <R extends Resource & Produces<O>, O extends Outputs> Found<R> ours(
            String handle, R actual, O outputs, Optional<Token> token) {
        return new Found<>(handle, actual, outputs, token, Owner.US);
    }

    public static <R extends Resource & Produces<O>, O extends Outputs> Found<R> adopted(
            String handle, R actual, O outputs) {
        return new Found<>(handle, actual, outputs, Optional.empty(), Owner.OTHERS);
    }

    public boolean isOurs() {
        return owner == Owner.US;
    }

    Observed observed() {
        return new Observed(actual, outputs);
    }
}
