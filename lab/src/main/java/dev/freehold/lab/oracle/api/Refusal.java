package dev.freehold.lab.oracle.api;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.wire.Answer.Reply;
import dev.freehold.lab.wire.Body;
import java.util.Map;

/// An error as OCI answers it: a status, and `{"code","message"}`. Thrown by handlers, so that nothing of what they
/// did before has happened.
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    public Refusal(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    /// Missing and forbidden look the same.
    public static Refusal notFound(String what) {
        return new Refusal(
                404, "NotAuthorizedOrNotFound", "Authorization failed or requested resource not found: " + what);
    }

    public static Refusal invalid(String message) {
        return new Refusal(400, "InvalidParameter", message);
    }

    public static Refusal missing(String parameter) {
        return new Refusal(400, "MissingParameter", parameter + " is required");
    }

    public static Refusal relatedNotFound(String what) {
        return new Refusal(
                400,
                "RelatedResourceNotAuthorizedOrNotFound",
                "Authorization failed or related resource not found: " + what);
    }

    public static Refusal incorrectState(String message) {
        return new Refusal(409, "IncorrectState", message);
    }

    public static Refusal conflict(String message) {
        return new Refusal(409, "Conflict", message);
    }

    public static Refusal limitExceeded(String message) {
        return new Refusal(400, "LimitExceeded", message);
    }

    public static Refusal quotaExceeded(String message) {
        return new Refusal(400, "QuotaExceeded", message);
    }

    public static Refusal staleEtag() {
        return new Refusal(412, "NoEtagMatch", "The if-match header does not match the current etag of the resource");
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public Reply reply() {
        var error = Json.object().put("code", code).put("message", String.valueOf(getMessage()));
        return new Reply(status, Map.of("content-type", "application/json"), Body.of(Json.bytes(error)));
    }
}
