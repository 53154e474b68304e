package dev.freehold.adapters.oci.wire;

import dev.freehold.ports.skeleton.Declined.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What each of OCI's error codes means to Freehold. Facts: Oracle's page "API Errors", and those of Object
/// Storage and Identity.
final class ErrorCodes {
    private static final String RIGHTS = "Check the compartment and what the user's policies allow.";
    private static final String OURS = "This is a bug in Freehold.";

    /// What a code means.
    sealed interface Meaning {
        /// Nothing happened, and it may work later.
        record Later() implements Meaning {}

        /// Not carried out.
        ///
        /// @param advice what to do about it, a sentence; empty where the system's own words say it
        record No(Reason reason, String advice) implements Meaning {}
    }

    private static final Map<String, Meaning> MEANINGS = new LinkedHashMap<>();

    static {
        no(Reason.FORBIDDEN, "", "InvalidParameter", "UnprocessableEntity", "RequestEntityTooLarge");
        no(
                Reason.FORBIDDEN,
                OURS,
                "CannotParseRequest",
                "MissingParameter",
                "MethodNotAllowed",
                "MethodNotImplemented",
                "UnsupportedMediaType");
        no(
                Reason.FORBIDDEN,
                "It is Oracle's limit for this tenancy: remove what counts against it, or ask Oracle to raise it.",
                "LimitExceeded");
        no(
                Reason.FORBIDDEN,
                "A quota policy of your tenancy forbids it: see what policies there are beside Freehold's own.",
                "QuotaExceeded");
        no(Reason.FORBIDDEN, RIGHTS, "NotAuthorized", "RelatedResourceNotAuthorizedOrNotFound");
        no(
                Reason.FORBIDDEN,
                "Check that the API key's public half is uploaded for this user, that the fingerprint is its own,"
                        + " and that this computer's clock is right to five minutes.",
                "NotAuthenticated");
        no(
                Reason.FORBIDDEN,
                "What belongs to the whole tenancy is written in its home region alone: set that region.",
                "NotAllowed");
        no(
                Reason.FORBIDDEN,
                "Sign up for the service in Oracle's console, or see whether the account is suspended.",
                "SignUpRequired");
        no(Reason.FORBIDDEN, "Remove what is in it first.", "BucketNotEmpty");
        no(
                Reason.ABSENT,
                RIGHTS,
                "NotAuthorizedOrNotFound",
                "NotFound",
                "NamespaceNotFound",
                "BucketNotFound",
                "ObjectNotFound");
        no(
                Reason.NAME_TAKEN,
                "Freehold did not make what has the name, and leaves it alone: rename or remove it, or choose"
                        + " another name in freehold.yaml.",
                "NotAuthorizedOrResourceAlreadyExists",
                "ResourceAlreadyExists",
                "CompartmentAlreadyExists",
                "TagNamespaceAlreadyExists",
                "TagDefinitionAlreadyExists",
                "BucketAlreadyExists");
        no(
                Reason.TOKEN_SPENT,
                "What the same try had made is gone since. Run the command again: a new run tries anew.",
                "InvalidatedRetryToken");
        for (var later : new String[] {
            "IncorrectState",
            "Conflict",
            "ExternalServerIncorrectState",
            "LockConflict",
            "ConcurrentObjectUpdate",
            "NoEtagMatch",
            "IfMatchFailed",
            "IfNoneMatchFailed",
            "TooManyRequests",
            "InternalError",
            "InternalServerError",
            "ServiceUnavailable"
        }) {
            MEANINGS.put(later, new Meaning.Later());
        }
    }

    private ErrorCodes() {}

    private static void no(Reason reason, String advice, String... codes) {
        for (var code : codes) {
            MEANINGS.put(code, new Meaning.No(reason, advice));
        }
    }

    /// A full region answers 500 InternalError like a fault of OCI's own; its words alone tell them apart. A
    /// server's fault is one whatever it calls itself: a proxy in between gives no code.
    static Optional<Meaning> of(int status, String code, String words) {
        if (status == 500 && words.startsWith("Out of host capacity")) {
            return Optional.of(new Meaning.No(Reason.FULL, ""));
        }
        var known = MEANINGS.get(code);
        if (known != null) {
            return Optional.of(known);
        }
        return status >= 500 || status == 429 ? Optional.of(new Meaning.Later()) : Optional.empty();
    }

    static Map<String, Meaning> all() {
        return Map.copyOf(MEANINGS);
    }
}
