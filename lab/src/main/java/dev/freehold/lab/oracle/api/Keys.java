package dev.freehold.lab.oracle.api;

import java.security.PublicKey;
import java.util.Optional;

/// Who may sign.
public interface Keys {
    /// @param keyId `<tenancy OCID>/<user OCID>/<fingerprint>`
    Optional<PublicKey> find(String keyId);
}
