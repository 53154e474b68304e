package dev.freehold.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.journal.RunResult;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.domain.spec.NodeSpec;
import dev.freehold.domain.spec.Spec;
import dev.freehold.domain.spec.Vary;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The default platform takes all the memory and storage that its allowance has: what people change about it has
/// to be done without room for two of anything.
class ChangedPlatformTest {

    static Stream<Arguments> changes() {
        return Map.<String, UnaryOperator<Spec>>of(
                        "a host of another name", spec -> nodes(spec, "ampere-3", node -> renamed(node, "ampere-9")),
                        "the first host of another name",
                                spec -> nodes(spec, "ampere-1", node -> renamed(node, "ampere-9")),
                        "a host at another address", spec -> nodes(spec, "ampere-3", node -> at(node, "10.0.1.13")),
                        "the first host at another address",
                                spec -> nodes(spec, "ampere-1", node -> at(node, "10.0.1.13")),
                        "the bastion at another address", spec -> nodes(spec, "bastion", node -> at(node, "10.0.1.21")),
                        "the bastion of another name", spec -> nodes(spec, "bastion", node -> renamed(node, "door")))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(change -> Arguments.of(change.getKey(), change.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void one_deployment_makes_the_change(String name, UnaryOperator<Spec> change) {
        // given
        var changed = change.apply(DefaultSpec.threeNode());
        var platform = new Platform(DefaultSpec.threeNode(), 0);
        platform.deploy(DefaultSpec.threeNode());
        // when
        var outcome = platform.deploy(changed);
        // then
        assertThat(outcome.report().resources())
                .filteredOn(one -> one.error() != null)
                .isEmpty();
        assertThat(outcome.report().result()).isEqualTo(RunResult.SUCCEEDED);
        assertThat(platform.pending(changed, true)).isEmpty();
        assertThat(platform.flaws()).isEmpty();
        // and back
        assertThat(platform.deploy(DefaultSpec.threeNode()).report().result()).isEqualTo(RunResult.SUCCEEDED);
        assertThat(platform.pending(DefaultSpec.threeNode(), true)).isEmpty();
    }

    private static Spec nodes(Spec spec, String name, UnaryOperator<NodeSpec> change) {
        return new Vary(spec)
                .nodes(spec.nodes().stream()
                        .map(node -> node.name().equals(name) ? change.apply(node) : node)
                        .toList())
                .spec();
    }

    private static NodeSpec renamed(NodeSpec node, String name) {
        return new NodeSpec(
                name,
                node.role(),
                new NodeSpec.Size(
                        node.size().shape(),
                        node.size().ocpus(),
                        node.size().memory(),
                        node.size().bootVolume()),
                node.address(),
                node.publicIp(),
                node.tailnetAddress());
    }

    private static NodeSpec at(NodeSpec node, String address) {
        return new NodeSpec(
                node.name(),
                node.role(),
                new NodeSpec.Size(
                        node.size().shape(),
                        node.size().ocpus(),
                        node.size().memory(),
                        node.size().bootVolume()),
                Ipv4.parse(address),
                node.publicIp(),
                node.tailnetAddress());
    }
}
