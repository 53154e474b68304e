package dev.freehold.engine.key;

import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.output.SetupOutputs.SshKey;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.OciResource.Instance;
import dev.freehold.domain.resource.SetupResource.SshKeyPair;
import dev.freehold.engine.state.LayerStates;
import dev.freehold.ports.host.SshPublicKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the journals say of a platform's login key.
///
/// @param key the one that setup recorded last; empty if there is none
/// @param machines those of which a launch was recorded, whatever came of it, in the order of their names
public record RecordedKey(Optional<SshPublicKey> key, List<String> machines) {
    public RecordedKey {
        machines = List.copyOf(machines);
    }

    public static RecordedKey of(LayerStates states, String platform) {
        return new RecordedKey(key(states, platform), machines(states));
    }

    /// The key, unless it is that one.
    Optional<SshPublicKey> otherThan(SshPublicKey that) {
        return key.filter(known -> !known.isSameKeyAs(that));
    }

    private static Optional<SshPublicKey> key(LayerStates states, String platform) {
        return states.of(Layer.SETUP).nodes().values().stream()
                .filter(standing -> standing.node() instanceof SshKeyPair pair
                        && pair.name().equals(platform))
                .flatMap(standing -> standing instanceof Standing.Stands(var _, SshKey key, var _, var _, var _)
                        ? Stream.of(key.publicKey())
                        : Stream.empty())
                .flatMap(line -> SshPublicKey.ofLine(line).stream())
                .findFirst();
    }

    private static List<String> machines(LayerStates states) {
        return states.of(Layer.OCI).nodes().values().stream()
                .flatMap(standing ->
                        standing.node() instanceof Instance instance ? Stream.of(instance.name()) : Stream.empty())
                .sorted()
                .toList();
    }
}
