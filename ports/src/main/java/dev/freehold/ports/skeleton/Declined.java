package dev.freehold.ports.skeleton;

import dev.freehold.ports.driver.NoRoom;
import dev.freehold.ports.driver.Refused;
import dev.freehold.ports.driver.Unforeseen;

/// What a system says to a call that it understood and did not carry out. It carries the answer from deep inside a
/// driver's calls to the driver's face, where it becomes that answer again; it never leaves the adapter.
public class Declined extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// Why it was not carried out.
    public enum Reason {
        /// There is no such thing, or no right to see it: systems do not always tell which.
        ABSENT,
        /// Somebody else's thing has the name.
        NAME_TAKEN,
        /// The retry token made something that is gone.
        TOKEN_SPENT,
        /// The system has no room for it now.
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
