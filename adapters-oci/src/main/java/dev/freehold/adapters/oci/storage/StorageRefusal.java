package dev.freehold.adapters.oci.storage;

import dev.freehold.ports.skeleton.Declined;

/// Object Storage refuses a request, and did nothing. Beside what others say it can mean that a condition does not
/// hold.
public final class StorageRefusal extends Declined {
    private static final long serialVersionUID = 1;

    /// A condition does not hold: what was there has changed, or something is there that should not be. Object
    /// Storage has three codes for that.
    public static final String STALE = "PreconditionFailed";

    public static final String NO_BUCKET = "BucketNotFound";
    public static final String NO_OBJECT = "ObjectNotFound";

    /// Two changed the same object at once, and this one was not the first.
    public static final String RACE = "ConcurrentObjectUpdate";

    /// @param code the service's own, such as `BucketAlreadyExists`
    /// @param words the service's own, with its request id
    public StorageRefusal(Reason reason, String code, String words) {
        super(reason, code, words);
    }

    /// Did a condition not hold, because somebody else was quicker?
    public boolean isStale() {
        return code().equals(STALE) || code().equals(RACE);
    }

    /// Is what was asked for not there, in a bucket that is?
    public boolean isAbsent() {
        return code().equals(NO_OBJECT)
                || code().equals("NotAuthorizedOrNotFound")
                || code().equals("NotFound")
                || code().equals("NoSuchUpload");
    }
}
