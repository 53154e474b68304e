package dev.freehold.adapters.oci.profile;

import dev.freehold.ports.skeleton.Declined;

/// An OCI configuration that can't be used; the message says which file, line and key, and what to do.
public final class UnusableProfile extends Declined {
    private static final long serialVersionUID = 1;

    UnusableProfile(String words) {
        super(Reason.FORBIDDEN, "NotAuthenticated", words);
    }
}
