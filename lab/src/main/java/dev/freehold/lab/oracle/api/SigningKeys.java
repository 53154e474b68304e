package dev.freehold.lab.oracle.api;

import java.security.PublicKey;
import java.util.Optional;

/// The keys of those who may sign.
public interface SigningKeys {
    /// @param keyId `<tenancy OCID>/<user OCID>/<fingerprint>`
    Optional<PublicKey> find(String keyId);
}
