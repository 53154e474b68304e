package dev.freehold.ports.secret;

import dev.freehold.domain.secret.Secret;
import dev.freehold.domain.secret.SecretName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The secrets of one target, by name: the only place where they are kept. States and outputs refer to them as
/// `vault:NAME`.
public interface SecretVault {

    /// The secret of that name; empty if there is none.
    ///
    /// @throws Undecryptable if it is there and can't be read
    Optional<Secret> read(SecretName name);

    /// Keeps `value` under `name`, in the place of what was there. When this returns it outlives whatever the
    /// vault is to outlive.
    void write(SecretName name, Secret value);

    /// Forgets the secret of that name. Safe to repeat.
    ///
    /// @return false if there was none
    boolean remove(SecretName name);

    /// What is kept, by name. Tells no values and needs no key.
    List<Entry> list();

    /// @param setAt when the value was written last
    record Entry(SecretName name, Instant setAt) {}
}
