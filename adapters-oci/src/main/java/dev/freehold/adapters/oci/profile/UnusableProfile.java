package dev.freehold.adapters.oci.profile;

/// An OCI configuration that can't be used; the message says which file, line and key, and what to do.
public final class UnusableProfile extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnusableProfile(String words) {
        super(words);
    }
}
