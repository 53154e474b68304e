package dev.freehold.adapters.local.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.quantity.Ocpus;
import dev.freehold.domain.spec.NodeSpec;
import dev.freehold.domain.specfile.SpecReading;
import dev.freehold.domain.specfile.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopologiesTest {

    @ParameterizedTest
    @EnumSource
    void the_text_of_a_topology_reads_as_exactly_its_spec(Topology topology) {
        // when
        var reading = SpecTexts.read(topology.text());

        // then
        assertThat(reading).isEqualTo(new SpecReading.Sound(topology.spec()));
    }

    @Test
    void a_spec_with_nothing_but_a_name_is_the_default_platform() {
        assertThat(SpecTexts.read("name: homelab")).isEqualTo(new SpecReading.Sound(Topology.THREE_NODE.spec()));
    }

    @Test
    void the_two_node_platform_uses_up_the_allowance_of_june_2026_and_no_more() {
        // given
        var nodes = Topology.TWO_NODE.spec().nodes();

        // when
        var ampere = nodes.stream().filter(NodeSpec::isHost).toList();

        // then
        assertThat(ampere.stream().map(node -> node.size().ocpus()).reduce(Ocpus.ZERO, Ocpus::plus))
                .isEqualTo(Ocpus.of(2));
        assertThat(ampere.stream().map(node -> node.size().memory()).reduce(Gigabytes.ZERO, Gigabytes::plus))
                .isEqualTo(Gigabytes.of(12));
        assertThat(nodes.stream().map(node -> node.size().bootVolume()).reduce(Gigabytes.ZERO, Gigabytes::plus))
                .isEqualTo(Gigabytes.of(200));
    }
}
