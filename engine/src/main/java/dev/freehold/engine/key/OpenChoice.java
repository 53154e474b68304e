package dev.freehold.engine.key;

import dev.freehold.ports.host.SshPublicKey;

/// What becomes of a login key that was chosen and is not settled yet, before anything else is planned.
public sealed interface OpenChoice {

    /// It may still come to be.
    record Stands() implements OpenChoice {}

    /// Machines were launched since, with the key before it. Settling the choice now would lock everybody out
    /// of them, so that the key which they know stays.
    record Overtaken(SshPublicKey chosen, SshPublicKey known) implements OpenChoice {}

    static OpenChoice of(SshPublicKey chosen, RecordedKey recorded) {
        var known = recorded.otherThan(chosen);
        return known.isPresent() && !recorded.machines().isEmpty() ? new Overtaken(chosen, known.get()) : new Stands();
    }
}
