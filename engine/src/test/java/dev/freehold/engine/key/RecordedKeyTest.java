package dev.freehold.engine.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.blueprint.Blueprint;
import dev.freehold.domain.blueprint.ImageSupply;
import dev.freehold.domain.journal.LayerState;
import dev.freehold.domain.journal.Operation;
import dev.freehold.domain.journal.RunId;
import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.KeyPlace;
import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.output.SetupOutputs.SshKey;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.OciResource.Instance;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.SetupResource.SshKeyPair;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.domain.spec.Spec;
import dev.freehold.engine.state.LayerStates;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RecordedKeyTest {
    private static final Spec SPEC = DefaultSpec.threeNode();
    private static final RunId RUN = new RunId("run");

    private static Standing standing(Node node) {
        var outputs = node instanceof SshKeyPair ? new SshKey(new KeyPlace("/key"), Keys.OLD.line()) : Outputs.NONE;
        return new Standing.Stands(node, outputs, Instant.EPOCH, Instant.EPOCH, RUN);
    }

    private static Standing inDoubt(Node node) {
        return new Standing.InDoubt(node, Operation.CREATE, new Token("token"), RUN, null);
    }

    private static LayerStates states(Function<Node, Standing> each) {
        return LayerStates.of(layer -> {
            Map<ResourceId, Standing> nodes = new LinkedHashMap<>();
            Blueprint.draw(SPEC, ImageSupply.AS_IN_SPEC)
                    .nodes(layer)
                    .forEach(node -> nodes.put(node.id(), each.apply(node)));
            return new LayerState(layer, nodes.size(), nodes, List.of());
        });
    }

    private static String[] instances() {
        return Blueprint.draw(SPEC, ImageSupply.AS_IN_SPEC).nodes(Layer.OCI).stream()
                .filter(Instance.class::isInstance)
                .map(node -> node.id().name())
                .sorted()
                .toArray(String[]::new);
    }

    @Test
    void is_that_of_the_platform_with_every_machine_by_name() {
        // when
        var recorded = RecordedKey.of(states(RecordedKeyTest::standing), SPEC.name());
        // then
        assertThat(recorded.key()).contains(Keys.OLD);
        assertThat(recorded.machines()).isNotEmpty().containsExactly(instances());
    }

    @Test
    void is_not_that_of_another_platform() {
        assertThat(RecordedKey.of(states(RecordedKeyTest::standing), "another").key())
                .isEmpty();
    }

    @Test
    void a_machine_whose_launch_is_in_doubt_counts_and_a_key_in_doubt_does_not() {
        // when
        var recorded = RecordedKey.of(states(RecordedKeyTest::inDoubt), SPEC.name());
        // then
        assertThat(recorded.key()).isEqualTo(Optional.empty());
        assertThat(recorded.machines()).containsExactly(instances());
    }
}
