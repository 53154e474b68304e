package dev.freehold.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.journal.RunResult;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.quantity.Ocpus;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.domain.spec.NodeSpec;
import dev.freehold.domain.spec.NodeSpec.PublicIp;
import dev.freehold.domain.spec.Spec;
import dev.freehold.domain.spec.Vary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What is one thing's and is to be another's, in one plan.
class HandedOnTest {

    static Stream<Arguments> changes() {
        return Map.<String, UnaryOperator<Spec>>of(
                        "two sizes swapped crosswise",
                                spec -> with(spec, size("ampere-1", 1, 8), size("ampere-2", 2, 6)),
                        "two tailnet addresses swapped",
                                spec -> with(
                                        spec, tailnet("ampere-2", "100.64.0.3"), tailnet("ampere-3", "100.64.0.2")),
                        "the bastion's tailnet address swapped",
                                spec -> with(spec, tailnet("bastion", "100.64.0.1"), tailnet("ampere-1", "100.64.0.4")),
                        "tailnet addresses passed round, the bastion's too",
                                spec -> with(
                                        spec,
                                        tailnet("bastion", "100.64.0.1"),
                                        tailnet("ampere-1", "100.64.0.2"),
                                        tailnet("ampere-2", "100.64.0.3"),
                                        tailnet("ampere-3", "100.64.0.4")),
                        "two private addresses swapped",
                                spec -> with(spec, at("ampere-2", "10.0.1.12"), at("ampere-3", "10.0.1.11")),
                        "an address of the ingress and a host's swapped",
                                spec -> ingressAt(with(spec, at("ampere-2", "10.0.1.30")), "10.0.1.11"),
                        "two names swapped",
                                spec -> with(
                                        spec,
                                        name("ampere-2", "other"),
                                        name("ampere-3", "ampere-2"),
                                        name("other", "ampere-3")),
                        "a tailnet address taken over from a container",
                                spec -> with(spec, tailnet("ampere-2", "100.64.0.6")),
                        "the addresses of a node that goes",
                                spec -> with(
                                        without(spec, "ampere-3"),
                                        at("ampere-2", "10.0.1.12"),
                                        tailnet("ampere-2", "100.64.0.3")),
                        "public addresses reserved and ephemeral the other way round",
                                spec -> with(
                                        spec,
                                        publicIp("bastion", PublicIp.EPHEMERAL),
                                        publicIp("ampere-2", PublicIp.RESERVED)))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(change -> Arguments.of(change.getKey(), change.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void is_handed_on_by_one_deployment_and_back_by_another(String name, UnaryOperator<Spec> change) {
        // given
        var before = name.contains("sizes")
                ? crosswise()
                : name.contains("a node that goes") ? roomy() : DefaultSpec.threeNode();
        var changed = change.apply(before);
        var platform = new Platform(before, 0);
        assertThat(platform.deploy(before).report().result()).isEqualTo(RunResult.SUCCEEDED);
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
        assertThat(platform.deploy(before).report().result()).isEqualTo(RunResult.SUCCEEDED);
        assertThat(platform.pending(before, true)).isEmpty();
        assertThat(platform.flaws()).isEmpty();
    }

    /// Two of its hosts can carry it.
    private static Spec roomy() {
        return new Vary(DefaultSpec.threeNode())
                .ceph(37, 2, 1)
                .controlPlanes(1, 2, 3, 10)
                .spec();
    }

    /// One has more processors, the other more memory.
    private static Spec crosswise() {
        return with(roomy(), size("ampere-1", 2, 6), size("ampere-2", 1, 8));
    }

    private static Edit size(String name, int ocpus, int memoryGb) {
        return new Edit(
                name,
                node -> new NodeSpec(
                        node.name(),
                        node.role(),
                        new NodeSpec.Size(
                                node.size().shape(),
                                Ocpus.of(ocpus),
                                Gigabytes.of(memoryGb),
                                node.size().bootVolume()),
                        node.address(),
                        node.publicIp(),
                        node.tailnetAddress()));
    }

    private record Edit(String name, UnaryOperator<NodeSpec> change) {}

    private static Edit tailnet(String name, String address) {
        return new Edit(name, node -> Permuted.with(node, node.name(), node.address(), Ipv4.parse(address)));
    }

    private static Edit at(String name, String address) {
        return new Edit(name, node -> Permuted.with(node, node.name(), Ipv4.parse(address), node.tailnetAddress()));
    }

    private static Edit name(String name, String other) {
        return new Edit(name, node -> Permuted.with(node, other, node.address(), node.tailnetAddress()));
    }

    private static Edit publicIp(String name, PublicIp publicIp) {
        return new Edit(
                name,
                node -> new NodeSpec(
                        node.name(), node.role(), node.size(), node.address(), publicIp, node.tailnetAddress()));
    }

    private static Spec with(Spec spec, Edit... edits) {
        List<NodeSpec> nodes = new ArrayList<>(spec.nodes());
        for (var edit : edits) {
            nodes.replaceAll(
                    node -> node.name().equals(edit.name()) ? edit.change().apply(node) : node);
        }
        return new Vary(spec).nodes(nodes).spec();
    }

    private static Spec without(Spec spec, String name) {
        return new Vary(spec)
                .nodes(spec.nodes().stream()
                        .filter(node -> !node.name().equals(name))
                        .toList())
                .spec();
    }

    private static Spec ingressAt(Spec spec, String address) {
        return new Vary(spec).ingress(address).spec();
    }
}
