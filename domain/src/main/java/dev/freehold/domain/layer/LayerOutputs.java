package dev.freehold.domain.layer;

import dev.freehold.domain.journal.LayerState;
import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.Produces;
import dev.freehold.domain.resource.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a layer publishes, made of what its state says of its nodes: a record whose components are the outputs'
/// names. What is not there yet is absent.
public sealed interface LayerOutputs permits SetupLayer, ImagesLayer, OciLayer, ProxmoxLayer, TalosLayer {

    static LayerOutputs of(LayerState state) {
        var standing = new Standings(state);
        return switch (state.layer()) {
            case SETUP -> SetupLayer.of(standing);
            case IMAGES -> ImagesLayer.of(standing);
            case OCI -> OciLayer.of(standing);
            case PROXMOX -> ProxmoxLayer.of(standing);
            case TALOS -> TalosLayer.of(standing);
        };
    }

    /// What stands in a layer, by kind.
    final class Standings {
        private final LayerState state;

        Standings(LayerState state) {
            this.state = state;
        }

        /// A node and what it came to have.
        ///
        /// @param outputs absent while it is not known to stand
        record Made<N, O>(N node, @Nullable O outputs) {}

        /// Those of a kind, in the order in which they were first intended.
        @SuppressWarnings("unchecked") // a state keeps for each node what its kind produces
        <N extends Node & Produces<O>, O extends Outputs> List<Made<N, O>> all(Class<N> kind) {
            var found = new ArrayList<Made<N, O>>();
            for (var standing : state.nodes().values()) {
                if (kind.isInstance(standing.node())) {
                    found.add(new Made<>(
                            kind.cast(standing.node()), (O) standing.known().orElse(null)));
                }
            }
            return found;
        }

        /// One output of the only one of its kind; absent where there is none.
        <N extends Node & Produces<O>, O extends Outputs, T> @Nullable T one(Class<N> kind, Function<O, T> output) {
            return first(all(kind), output);
        }

        static <N, O, T> @Nullable T first(List<Made<N, O>> among, Function<O, T> output) {
            return among.stream()
                    .flatMap(made -> Optional.ofNullable(made.outputs()).stream())
                    .map(output)
                    .findFirst()
                    .orElse(null);
        }

        Optional<Standing> find(ResourceId id) {
            return Optional.ofNullable(state.nodes().get(id));
        }
    }
}
