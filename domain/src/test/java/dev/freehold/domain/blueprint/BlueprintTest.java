package dev.freehold.domain.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.quantity.Ocpus;
import dev.freehold.domain.resource.Bond;
import dev.freehold.domain.resource.Gate;
import dev.freehold.domain.resource.ImageResource;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.OciResource.Instance;
import dev.freehold.domain.resource.OciResource.NetworkSecurityGroup;
import dev.freehold.domain.resource.OciResource.SecurityList;
import dev.freehold.domain.resource.OciResource.SecurityRule;
import dev.freehold.domain.resource.OciResource.SecurityRule.Direction;
import dev.freehold.domain.resource.OciResource.TailnetMembership;
import dev.freehold.domain.resource.OciResource.Vcn;
import dev.freehold.domain.resource.ProxmoxResource.ClusterMember;
import dev.freehold.domain.resource.ProxmoxResource.PostInstall;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.SetupResource.QuotaPolicy;
import dev.freehold.domain.resource.TalosResource.VirtualMachine;
import dev.freehold.domain.spec.AnySpec;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.domain.spec.NodeSpec;
import dev.freehold.domain.spec.NodeSpec.Role;
import dev.freehold.domain.spec.NodeSpec.Shape;
import dev.freehold.domain.spec.Spec;
import dev.freehold.domain.spec.Vary;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BlueprintTest {
    private static final Blueprint THREE_NODE = Blueprint.draw(DefaultSpec.threeNode(), ImageSupply.AS_IN_SPEC);
    private static final Blueprint TWO_NODE = Blueprint.draw(DefaultSpec.twoNode(), ImageSupply.AS_IN_SPEC);

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void every_node_comes_after_what_it_refers_to_and_once(long seed) {
        var seen = new HashSet<ResourceId>();
        for (var node : Blueprint.draw(AnySpec.of(seed), ImageSupply.prebuiltIf(seed % 2 == 0))
                .nodes()) {
            assertThat(seen).as(() -> "before " + node.id()).containsAll(node.dependsOn());
            assertThat(seen.add(node.id()))
                    .as(() -> node.id() + " is there twice")
                    .isTrue();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void drawing_is_the_same_every_time_and_as_lazily_as_asked(long seed) {
        var spec = AnySpec.of(seed);
        var whole = Blueprint.draw(spec, ImageSupply.AS_IN_SPEC);
        assertThat(Blueprint.draw(spec, ImageSupply.AS_IN_SPEC).nodes()).isEqualTo(whole.nodes());
        for (var layer : Layer.ALL) {
            var scope = EnumSet.of(layer);
            assertThat(Blueprint.draw(spec, ImageSupply.AS_IN_SPEC, scope).nodes())
                    .isEqualTo(whole.within(scope).nodes());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_stands_on_an_earlier_thing_is_never_in_an_earlier_phase(long seed) {
        for (var edge : Blueprint.draw(AnySpec.of(seed), ImageSupply.AS_IN_SPEC).edges()) {
            assertThat(edge.from().phase()).isGreaterThanOrEqualTo(edge.to().phase());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothing_is_open_to_the_world_but_what_is_meant_to_be(long seed) {
        var spec = AnySpec.of(seed);
        var blueprint = Blueprint.draw(spec, ImageSupply.AS_IN_SPEC);
        var open = new TreeMap<String, List<String>>();
        for (var node : blueprint.nodes(Layer.OCI)) {
            switch (node) {
                case SecurityList list -> open.put("subnet", openPorts(list.rules(), spec));
                case NetworkSecurityGroup group -> open.put(group.name(), openPorts(group.rules(), spec));
                default -> {}
            }
        }
        assertThat(open.get("subnet")).containsExactly("1:0-0", "17:41641-41641");
        boolean hasBastion = spec.bastion() != null;
        open.forEach((name, ports) -> {
            switch (name) {
                case "subnet" -> {}
                case "ingress", "load-balancer" -> assertThat(ports).containsExactly("6:80-80", "6:443-443");
                case "bastion" -> assertThat(ports).allMatch("ssh"::equals);
                default -> assertThat(ports).allMatch(port -> !hasBastion && port.equals("ssh"));
            }
        });
    }

    /// What is let in from outside the subnet.
    private static List<String> openPorts(List<SecurityRule> rules, Spec spec) {
        var ports = new ArrayList<String>();
        for (var rule : rules) {
            var peer = rule.peer();
            if (rule.direction() == Direction.EGRESS || peer == null) {
                continue;
            }
            if (spec.network().sshFrom().contains(peer) && rule.from() == 22 && rule.to() == 22) {
                ports.add("ssh");
            } else if (!spec.network().subnet().contains(peer)) {
                assertThat(peer).isEqualTo(Cidr.ANYWHERE);
                ports.add(rule.protocol() + ":" + rule.from() + "-" + rule.to());
            }
        }
        return ports;
    }

    @Test
    void the_default_platform_has_everything_that_it_is_described_to_have() {
        assertThat(kinds(THREE_NODE, Layer.SETUP).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(14);
        assertThat(kinds(THREE_NODE, Layer.IMAGES))
                .isEqualTo(new TreeMap<>(Map.of(
                        "build-pipeline", 1,
                        "base-image", 2,
                        "proxmox-image", 1,
                        "bucket", 1,
                        "image-upload", 2,
                        "custom-image", 2,
                        "image-shape-entry", 2,
                        "image-capability-schema", 2)));
        assertThat(kinds(THREE_NODE, Layer.OCI))
                .containsEntry("instance", 4)
                .containsEntry("tailnet-membership", 4)
                .containsEntry("reserved-public-ip", 2)
                .containsEntry("public-ip-assignment", 2)
                .containsEntry("private-ip", 1)
                .containsEntry("network-security-group", 3)
                .doesNotContainKey("load-balancer");
        assertThat(kinds(THREE_NODE, Layer.PROXMOX))
                .containsEntry("post-install", 3)
                .containsEntry("cluster-member", 2)
                .containsEntry("ceph-monitor", 3)
                .containsEntry("ceph-osd", 3)
                .containsEntry("tailscale-container", 3)
                .containsEntry("ingress-nat", 1)
                .containsEntry("live-migration", 1)
                .containsEntry("quorum", 1)
                .doesNotContainKey("qdevice");
        assertThat(kinds(THREE_NODE, Layer.TALOS))
                .containsEntry("machine-configuration", 3)
                .containsEntry("virtual-machine", 3)
                .containsEntry("etcd-bootstrap", 1)
                .containsEntry("app-ready", 3);
        assertThat(nodes(THREE_NODE, VirtualMachine.class).map(vm -> vm.place().host()))
                .containsExactly("ampere-1", "ampere-2", "ampere-3");
    }

    @Test
    void two_nodes_vote_with_the_bastion_and_keep_disks_locally() {
        assertThat(kinds(TWO_NODE, Layer.PROXMOX))
                .containsEntry("qdevice", 1)
                .containsEntry("thin-storage", 2)
                .containsEntry("live-migration", 1)
                .doesNotContainKey("ceph-cluster")
                .doesNotContainKey("rbd-storage");
        assertThat(nodes(TWO_NODE, Gate.Quorum.class).map(Gate.Quorum::votes)).containsExactly(3);
        for (var machine : nodes(TWO_NODE, VirtualMachine.class).toList()) {
            assertThat(machine.storage().id().name()).isEqualTo(machine.place().host());
        }
    }

    @Test
    void one_host_has_nobody_to_join_it_and_nowhere_to_migrate_to() {
        var spec = Vary.threeNode()
                .nodes(DefaultSpec.threeNode().nodes().subList(0, 1))
                .ceph(null)
                .spec();
        var blueprint = Blueprint.draw(spec, ImageSupply.PREBUILT);
        assertThat(nodes(blueprint, ClusterMember.class)).isEmpty();
        assertThat(nodes(blueprint, Gate.LiveMigration.class)).isEmpty();
        assertThat(nodes(blueprint, Gate.Quorum.class).map(Gate.Quorum::votes)).containsExactly(1);
        assertThat(blueprint.nodes(Layer.TALOS)).isNotEmpty();
    }

    @Test
    void without_a_bastion_machines_join_the_tailnet_directly() {
        var spec = Vary.threeNode().nodes(DefaultSpec.threeNode().hosts()).spec();
        assertThat(nodes(Blueprint.draw(spec, ImageSupply.PREBUILT), TailnetMembership.class))
                .hasSize(3)
                .allSatisfy(membership -> assertThat(membership.via()).isEmpty());
        assertThat(nodes(THREE_NODE, TailnetMembership.class)
                        .filter(membership -> !membership.name().equals("bastion")))
                .allSatisfy(membership -> assertThat(membership.via()).hasSize(1));
    }

    @Test
    void a_bastion_is_reached_once_its_reserved_address_is_assigned() {
        assertThat(nodes(THREE_NODE, TailnetMembership.class)
                        .filter(membership -> membership.name().equals("bastion")))
                .singleElement()
                .satisfies(membership -> assertThat(membership.publicIp())
                        .extracting(ref -> ref.id().text())
                        .containsExactly("oci/public-ip-assignment/bastion"));
        assertThat(nodes(THREE_NODE, TailnetMembership.class)
                        .filter(membership -> !membership.name().equals("bastion")))
                .allSatisfy(membership -> assertThat(membership.publicIp()).isEmpty());
    }

    @Test
    void without_hosts_nothing_is_drawn_on_top_of_oci() {
        var spec = Vary.threeNode().nodes(List.of()).spec();
        var blueprint = Blueprint.draw(spec, ImageSupply.AS_IN_SPEC);
        assertThat(blueprint.nodes(Layer.PROXMOX)).isEmpty();
        assertThat(blueprint.nodes(Layer.TALOS)).isEmpty();
        assertThat(blueprint.nodes(Layer.OCI)).isNotEmpty();
    }

    @Test
    void a_micro_without_a_role_is_a_plain_machine() {
        var micro = new NodeSpec(
                "spare",
                Role.NONE,
                new NodeSpec.Size(Shape.E2_1_MICRO, Ocpus.of(1), Gigabytes.of(1), Gigabytes.of(50)),
                Ipv4.parse("10.0.1.40"),
                NodeSpec.PublicIp.NONE,
                Ipv4.parse("100.64.0.40"));
        var blueprint = Blueprint.draw(Vary.threeNode().alsoNodes(micro).spec(), ImageSupply.AS_IN_SPEC);
        assertThat(nodes(blueprint, PostInstall.class).map(PostInstall::name)).doesNotContain("spare");
        var instance = nodes(blueprint, Instance.class)
                .filter(one -> one.name().equals("spare"))
                .findFirst()
                .orElseThrow();
        assertThat(instance.boot().image().id().name()).isEqualTo("base-amd64");
    }

    @Test
    void hosts_launch_from_the_proxmox_image_and_the_bastion_from_a_base_image_of_its_own_architecture() {
        assertThat(nodes(THREE_NODE, Instance.class)
                        .map(instance -> instance.boot().image().id().text()))
                .containsExactly(
                        "images/custom-image/proxmox-arm64",
                        "images/custom-image/proxmox-arm64",
                        "images/custom-image/proxmox-arm64",
                        "images/custom-image/base-amd64");
        assertThat(nodes(THREE_NODE, ImageResource.ProxmoxImage.class)
                        .map(image -> image.base().id().name()))
                .containsExactly("base-arm64");
    }

    @Test
    void nothing_that_could_cost_starts_before_quota_and_alert_are_in_force() {
        for (var instance : nodes(THREE_NODE, Instance.class).toList()) {
            assertThat(instance.dependsOn().stream().map(ResourceId::kind))
                    .contains("quota-policy", "budget-alert-rule", "tailnet-credential");
        }
    }

    @Test
    void the_quota_policy_forbids_everything_before_it_allows_what_is_planned() {
        var statements =
                nodes(THREE_NODE, QuotaPolicy.class).findFirst().orElseThrow().statements();
        int firstSet = statements.stream()
                .map(line -> line.startsWith("set "))
                .toList()
                .indexOf(true);
        assertThat(statements.subList(0, firstSet)).allMatch(line -> line.startsWith("zero "));
        assertThat(statements.subList(firstSet, statements.size())).allMatch(line -> line.startsWith("set "));
        assertThat(statements)
                .contains(
                        "zero compute-core quotas in compartment freehold",
                        "set compute-core quota standard-a1-core-count to 3 in compartment freehold",
                        "set compute-core quota standard-a1-core-regional-count to 3 in compartment freehold",
                        "set compute-memory quota standard-a1-memory-regional-count to 24 in compartment freehold",
                        "set block-storage quota total-storage-gb to 200 in compartment freehold",
                        "set block-storage quota volume-count to 4 in compartment freehold")
                .noneMatch(line -> line.startsWith("zero vcn"));
    }

    @Test
    void a_lost_file_takes_nothing_with_it() {
        for (var edge : THREE_NODE.edges()) {
            var file = List.of(
                    "oci-configuration", "base-image", "proxmox-image", "image-upload", "kubeconfig", "talos-image");
            if (file.contains(edge.to().kind())) {
                assertThat(edge.bond()).as(edge::toString).isNotEqualTo(Bond.STANDS_ON);
            }
        }
    }

    @Test
    void a_circle_a_reference_to_nothing_and_one_id_twice_are_refused() {
        var vcn = nodes(THREE_NODE, Vcn.class).findFirst().orElseThrow();
        assertThatThrownBy(() -> Blueprint.of(List.of(vcn)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("setup/compartment/homelab, which is not in the blueprint");
        var hosts = nodes(THREE_NODE, ClusterMember.class).toList();
        var circle = new ArrayList<Node>(THREE_NODE.nodes());
        circle.remove(hosts.get(0));
        circle.add(new ClusterMember(
                hosts.get(0).name(),
                hosts.get(0).cluster(),
                hosts.get(0).host(),
                hosts.get(0).firewall(),
                List.of(Ref.to(hosts.get(1)))));
        assertThatThrownBy(() -> Blueprint.of(circle)).hasMessageContaining("waiting for it");
        assertThatThrownBy(() -> Blueprint.of(List.of(vcn, vcn))).hasMessageContaining("Two nodes have the id");
    }

    @Test
    void work_and_references_grow_with_the_hosts_and_no_faster() {
        long hundred = size(100);
        long thousand = size(1_000);
        long tenThousand = size(10_000);
        assertThat(tenThousand - thousand).isEqualTo(10 * (thousand - hundred));
    }

    private static long size(int hosts) {
        var nodes = new ArrayList<NodeSpec>();
        var one = DefaultSpec.threeNode().nodes().getFirst();
        for (int number = 0; number < hosts; number++) {
            nodes.add(new NodeSpec(
                    "ampere-" + number,
                    Role.NONE,
                    new NodeSpec.Size(
                            Shape.A1_FLEX,
                            one.size().ocpus(),
                            one.size().memory(),
                            one.size().bootVolume()),
                    Ipv4.parse("10.0.0.10").plus(number),
                    NodeSpec.PublicIp.EPHEMERAL,
                    Ipv4.parse("100.64.0.10").plus(number)));
        }
        nodes.addAll(DefaultSpec.threeNode().nodes().subList(3, 4));
        var blueprint =
                Blueprint.draw(Vary.threeNode().nodes(nodes).spec(), ImageSupply.AS_IN_SPEC, EnumSet.of(Layer.OCI));
        return (long) blueprint.size() + blueprint.edges().size();
    }

    private static Map<String, Integer> kinds(Blueprint blueprint, Layer phase) {
        var kinds = new TreeMap<String, Integer>();
        blueprint.nodes(phase).forEach(node -> kinds.merge(node.kind(), 1, Integer::sum));
        return kinds;
    }

    private static <N extends Node> Stream<N> nodes(Blueprint blueprint, Class<N> kind) {
        return blueprint.nodes().stream().filter(kind::isInstance).map(kind::cast);
    }
}
