package dev.freehold.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.journal.Operation;
import dev.freehold.domain.journal.Standing.Stands;
import dev.freehold.domain.resource.Gate;
import dev.freehold.domain.resource.Node;
import dev.freehold.engine.work.Steps;
import dev.freehold.ports.driver.SampleNodes;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryKindTest {
    static List<Node> nodes() {
        return SampleNodes.ofEveryKind(1);
    }

    /// As when only what it refers to has changed.
    @ParameterizedTest
    @MethodSource("nodes")
    void is_made_changed_in_place_and_removed(Node node) {
        // given
        var bench = new Bench();
        var creation = new Steps();
        boolean gate = node instanceof Gate;
        creation.add(gate ? Operation.AWAIT : Operation.CREATE, node);
        var update = new Steps();
        update.add(gate ? Operation.AWAIT : Operation.UPDATE, node, node);
        var removal = new Steps();
        removal.delete(node);
        // when
        var made = bench.run(creation);
        var changed = bench.run(update);
        // then
        assertThat(made.failure(0)).isNull();
        assertThat(changed.failure(0)).isNull();
        assertThat(bench.standing().get(node.id())).isInstanceOf(Stands.class);
        // when
        var removed = bench.run(removal);
        // then
        assertThat(removed.failure(0)).isNull();
        assertThat(bench.standing()).isEmpty();
        assertThat(bench.there()).isEmpty();
    }
}
