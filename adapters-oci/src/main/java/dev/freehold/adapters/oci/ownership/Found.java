package dev.freehold.adapters.oci.ownership;

import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.Outputs;
import java.util.Optional;

/// What was found of a resource on OCI.
///
/// @param ocid OCI's name for it; for what has none, whatever its kind needs to find it again
/// @param actual its settings there, those that can't be seen as in the resource asked for
/// @param token with which it was made, where its tags say so
/// @param adopted it was there before Freehold and is used as it is: never changed, never removed
public record Found<R>(String ocid, R actual, Outputs outputs, Optional<Token> token, boolean adopted) {

    public static <R> Found<R> ours(String ocid, R actual, Outputs outputs, Optional<Token> token) {
        return new Found<>(ocid, actual, outputs, token, false);
    }

    public static <R> Found<R> adopted(String ocid, R actual, Outputs outputs) {
        return new Found<>(ocid, actual, outputs, Optional.empty(), true);
    }
}
