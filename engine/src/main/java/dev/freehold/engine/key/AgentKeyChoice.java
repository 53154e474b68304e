package dev.freehold.engine.key;

import dev.freehold.ports.host.ChosenKey;
import dev.freehold.ports.host.ChosenKey.Signer;
import dev.freehold.ports.host.SshPublicKey;
import java.util.List;
import java.util.Optional;

/// Which of the keys that an SSH agent holds is meant, if that can be told without a person.
public sealed interface AgentKeyChoice {

    record Chosen(ChosenKey key) implements AgentKeyChoice {}

    /// Only a person can say.
    record Several(List<SshPublicKey> usable) implements AgentKeyChoice {}

    record NoneHeld() implements AgentKeyChoice {}

    /// None that it holds can log in.
    record NoneUsable(List<SshPublicKey> held) implements AgentKeyChoice {}

    /// None that it holds has that name.
    record NotHeld(List<SshPublicKey> held) implements AgentKeyChoice {}

    /// More than one has that name.
    record Ambiguous(List<SshPublicKey> alike) implements AgentKeyChoice {}

    /// The one of that name can't log in.
    ///
    /// @param why after its name
    record Unfit(String why) implements AgentKeyChoice {}

    /// @param which by comment or fingerprint
    static AgentKeyChoice named(String which, List<SshPublicKey> held) {
        var found = held.stream()
                .filter(key -> key.fingerprint().equals(which) || key.comment().equals(which))
                .toList();
        if (found.isEmpty()) {
            return held.isEmpty() ? new NoneHeld() : new NotHeld(held);
        }
        if (found.size() > 1) {
            return new Ambiguous(found);
        }
        return ChosenKey.objection(found.getFirst())
                .<AgentKeyChoice>map(Unfit::new)
                .orElseGet(() -> new Chosen(held(found.getFirst())));
    }

    /// The one that it is already, or the only one that can log in.
    ///
    /// @param now the key that the platform has; empty if it is none of the user's own
    static AgentKeyChoice unnamed(List<SshPublicKey> held, Optional<ChosenKey> now) {
        var still = now.filter(ChosenKey::isWithAgent)
                .filter(chosen -> held.stream().anyMatch(chosen.key()::isSameKeyAs));
        if (still.isPresent()) {
            return new Chosen(still.get());
        }
        var usable =
                held.stream().filter(key -> ChosenKey.objection(key).isEmpty()).toList();
        return switch (usable.size()) {
            case 0 -> held.isEmpty() ? new NoneHeld() : new NoneUsable(held);
            case 1 -> new Chosen(held(usable.getFirst()));
            default -> new Several(usable);
        };
    }

    private static ChosenKey held(SshPublicKey key) {
        return new ChosenKey(key, null, Signer.AGENT);
    }
}
