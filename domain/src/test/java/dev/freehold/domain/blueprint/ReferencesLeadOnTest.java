package dev.freehold.domain.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.ProxmoxResource;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.TalosResource;
import dev.freehold.domain.spec.AnySpec;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// From every node its references lead, onward, to the system that it lives in: to an address, and to what lets in
/// there.
class ReferencesLeadOnTest {
    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void every_node_finds_the_system_that_it_lives_in(long seed) {
        // given
        var nodes = new HashMap<ResourceId, Node>();
        Blueprint.draw(AnySpec.of(seed), ImageSupply.AS_IN_SPEC).nodes().forEach(node -> nodes.put(node.id(), node));
        // then
        for (var node : nodes.values()) {
            assertThat(reached(node, nodes)).as("what %s leads to", node.id()).containsAll(needed(node));
        }
    }

    /// By the system: a host's machine with its address; the cluster's API and, from the next layer, its token;
    /// a machine and the cluster's certificates; the kubeconfig.
    private static List<Class<? extends Node>> needed(Node node) {
        if (node instanceof ProxmoxResource.PostInstall || node instanceof ProxmoxResource.HostFirewall) {
            return List.of(OciResource.Instance.class);
        }
        if (node instanceof TalosResource.Kubeconfig || node instanceof TalosResource.EtcdBootstrap) {
            return List.of(TalosResource.VirtualMachine.class, TalosResource.MachineSecrets.class);
        }
        return switch (node.system()) {
            case PROXMOX ->
                node instanceof TalosResource
                        ? List.of(ProxmoxResource.Cluster.class, ProxmoxResource.ApiToken.class)
                        : node instanceof ProxmoxResource.Cluster
                                ? List.of(OciResource.Instance.class)
                                : List.of(OciResource.Instance.class, ProxmoxResource.PostInstall.class);
            case KUBERNETES -> List.of(TalosResource.Kubeconfig.class);
            case LOCAL, BUILDER, GIT, OCI, TAILNET, TALOS -> List.of();
        };
    }

    private static Set<Class<?>> reached(Node from, Map<ResourceId, Node> nodes) {
        var seen = new LinkedHashSet<ResourceId>(from.dependsOn());
        var next = new ArrayDeque<>(seen);
        var kinds = new LinkedHashSet<Class<?>>();
        while (!next.isEmpty()) {
            var node = nodes.get(next.remove());
            kinds.add(node.getClass());
            for (var id : node.dependsOn()) {
                if (seen.add(id)) {
                    next.add(id);
                }
            }
        }
        return kinds;
    }
}
