package dev.freehold.ports.state;

import dev.freehold.domain.secret.Secret;
import dev.freehold.domain.secret.SecretName;
import java.time.Instant;
import java.util.List;

/// The vault's content as the computers of one platform share it, encrypted as a whole.
public interface SharedSecrets {

    /// Everything that was shared; nothing if nothing ever was.
    ///
    /// @throws Undecryptable if it was encrypted for another identity
    List<Shared> read();

    /// Shares `secrets` in the place of what was shared before.
    ///
    /// @throws IllegalStateException if another computer was quicker since [#read]
    void write(List<Shared> secrets);

    /// @param setAt when the value was written last
    record Shared(SecretName name, Instant setAt, Secret value) {}
}
