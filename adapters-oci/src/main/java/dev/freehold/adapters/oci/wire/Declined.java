package dev.freehold.adapters.oci.wire;

import dev.freehold.domain.resource.Resource;
import dev.freehold.ports.driver.NoRoom;
import dev.freehold.ports.driver.Refused;
import dev.freehold.ports.driver.Unforeseen;

/// What OCI says to a call that it understood and did not carry out. It carries the answer from deep inside a
/// driver's calls to the driver's face, where it becomes that answer again; it never leaves the adapter.
public final class Declined extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// Why it was not carried out.
    public enum Reason {
        /// There is no such thing, or no right to see it: OCI does not tell which.
        ABSENT,
        /// Somebody else's thing has the name.
        NAME_TAKEN,
        /// The retry token made something that is gone.
        TOKEN_SPENT,
        /// No host is free.
        FULL,
        /// Anything else: a limit, a right, a setting that it does not take.
        FORBIDDEN
    }

    private final Reason reason;
    private final String code;

    public Declined(Reason reason, String code, String words) {
        super(words, null, false, false);
        this.reason = reason;
        this.code = code;
    }

    /// What `wanted` stands on is not there.
    public static Declined absent(String base, Resource wanted) {
        return new Declined(
                Reason.ABSENT,
                "NotAuthorizedOrNotFound",
                base + ", which " + wanted.id() + " stands on, is not there, or not for this user to see. Plan again.");
    }

    public Reason reason() {
        return reason;
    }

    public String code() {
        return code;
    }

    private String words() {
        var words = getMessage();
        return words == null ? code : words;
    }

    public Refused refused() {
        return new Refused(code, words());
    }

    /// For those who only look: being refused a look is no answer.
    public Unforeseen unforeseen() {
        return new Unforeseen(words());
    }

    public NoRoom noRoom() {
        return new NoRoom(words());
    }
}
