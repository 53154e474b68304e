package dev.freehold.engine.key;

import dev.freehold.ports.host.ChosenKey;
import dev.freehold.ports.host.SshPublicKey;
import java.util.List;
import java.util.Optional;

/// What it would mean for a platform to have the login key that somebody wants.
public sealed interface KeyChange {

    /// It is settled on it already. Something else may have been chosen since, and never have come to be: that
    /// is not meant any more.
    record None() implements KeyChange {}

    /// Nobody is locked out.
    ///
    /// @param before the recorded key that is replaced; empty if none is
    record Free(Optional<SshPublicKey> before) implements KeyChange {}

    /// Machines know another key and would not let this one in.
    record LocksOut(SshPublicKey before, List<String> machines) implements KeyChange {
        public LocksOut {
            machines = List.copyOf(machines);
        }
    }

    /// @param settled the key of the user's own that the platform has; empty if it has the one made for it
    static KeyChange to(ChosenKey wanted, Optional<ChosenKey> settled, RecordedKey recorded) {
        return settled.equals(Optional.of(wanted)) ? new None() : to(wanted.key(), recorded);
    }

    /// The same, to the key that was made for the platform.
    static KeyChange toMade(SshPublicKey made, Optional<ChosenKey> settled, RecordedKey recorded) {
        return settled.isEmpty() ? new None() : to(made, recorded);
    }

    private static KeyChange to(SshPublicKey wanted, RecordedKey recorded) {
        var before = recorded.otherThan(wanted);
        return before.isPresent() && !recorded.machines().isEmpty()
                ? new LocksOut(before.get(), recorded.machines())
                : new Free(before);
    }
}
