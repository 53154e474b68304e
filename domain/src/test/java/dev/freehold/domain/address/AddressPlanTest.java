package dev.freehold.domain.address;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.address.AddressPlan.Container;
import dev.freehold.domain.address.AddressPlan.Machine;
import dev.freehold.domain.address.AddressPlan.OverlayHost;
import dev.freehold.domain.address.AddressPlan.Reserved;
import dev.freehold.domain.address.AddressPlan.Vm;
import dev.freehold.domain.blueprint.Blueprint;
import dev.freehold.domain.blueprint.ImageSupply;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.spec.AnySpec;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.domain.spec.NodeSpec;
import dev.freehold.domain.spec.NodeSpec.PublicIp;
import dev.freehold.domain.spec.Vary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AddressPlanTest {

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @Test
    void the_default_platform_has_the_addresses_that_its_users_know() {
        // when
        var plan = AddressPlan.of(DefaultSpec.threeNode());
        // then
        assertThat(plan.hosts())
                .containsExactly(
                        machine("ampere-1", "10.0.1.10", PublicIp.EPHEMERAL, "100.64.0.1"),
                        machine("ampere-2", "10.0.1.11", PublicIp.EPHEMERAL, "100.64.0.2"),
                        machine("ampere-3", "10.0.1.12", PublicIp.EPHEMERAL, "100.64.0.3"),
                        machine("bastion", "10.0.1.20", PublicIp.RESERVED, "100.64.0.4"));
        assertThat(plan.overlay().vms())
                .containsExactly(
                        vm("control-plane-1", "10.20.0.11"),
                        vm("control-plane-2", "10.20.0.12"),
                        vm("control-plane-3", "10.20.0.13"));
        assertThat(plan.overlay().overlayHosts())
                .containsExactly(
                        overlayHost("ampere-1", "10.20.0.2"),
                        overlayHost("ampere-2", "10.20.0.3"),
                        overlayHost("ampere-3", "10.20.0.4"));
        assertThat(plan.overlay().containers())
                .containsExactly(
                        container("ampere-1", "10.20.0.5", "100.64.0.5"),
                        container("ampere-2", "10.20.0.6", "100.64.0.6"),
                        container("ampere-3", "10.20.0.7", "100.64.0.7"));
        assertThat(plan.reserved()).containsExactly(new Reserved(1, "bastion"), new Reserved(2, "ingress"));
        assertThat(plan.ingress()).isEqualTo(Ipv4.parse("10.0.1.30"));
        assertThat(plan.overlay().gateway()).isEqualTo(Ipv4.parse("10.20.0.1"));
        assertThat(plan.ranges())
                .hasToString("Ranges[vcn=10.0.0.0/16, subnet=10.0.1.0/24, vms=10.20.0.0/24, pods=10.244.0.0/16,"
                        + " services=10.96.0.0/12, tailnet=100.64.0.0/10]");
        assertThat(plan.homeless()).isEmpty();
    }

    @Test
    void workers_come_after_the_control_planes() {
        // when
        var plan = AddressPlan.of(DefaultSpec.twoNode());
        // then
        assertThat(plan.overlay().vms())
                .containsExactly(vm("control-plane-1", "10.20.0.11"), vm("worker-1", "10.20.0.21"));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_stands_keeps_its_address_in_whatever_order_the_nodes_come(long seed) {
        // given
        var spec = AnySpec.of(seed);
        var before = AddressPlan.of(spec);
        var held = HeldAddresses.of(Blueprint.draw(spec, ImageSupply.PREBUILT).nodes());
        var nodes = new ArrayList<>(spec.nodes());
        Collections.shuffle(nodes, new Random(seed));
        // when
        var after = AddressPlan.of(new Vary(spec).nodes(nodes).spec(), held);
        // then
        assertThat(after.overlay().vms()).isEqualTo(before.overlay().vms());
        assertThat(after.overlay().overlayHosts())
                .containsExactlyInAnyOrderElementsOf(before.overlay().overlayHosts());
        assertThat(after.overlay().containers())
                .containsExactlyInAnyOrderElementsOf(before.overlay().containers());
    }

    @Test
    void what_stands_makes_room_for_what_is_written() {
        // given: a node is written to have what a container has
        var spec = DefaultSpec.threeNode();
        var held = HeldAddresses.of(Blueprint.draw(spec, ImageSupply.PREBUILT).nodes());
        var nodes = new ArrayList<>(spec.nodes());
        nodes.replaceAll(node -> node.name().equals("ampere-2") ? inTailnet(node, "100.64.0.6") : node);
        // when
        var after = AddressPlan.of(new Vary(spec).nodes(nodes).spec(), held);
        // then
        assertThat(after.overlay().containers())
                .containsExactly(
                        container("ampere-1", "10.20.0.5", "100.64.0.5"),
                        container("ampere-2", "10.20.0.6", "100.64.0.8"),
                        container("ampere-3", "10.20.0.7", "100.64.0.7"));
    }

    private static NodeSpec inTailnet(NodeSpec node, String address) {
        return new NodeSpec(
                node.name(), node.role(), node.size(), node.address(), node.publicIp(), Ipv4.parse(address));
    }

    @Test
    void one_more_host_or_vm_takes_nobodys_address_away() {
        // given
        var platform = Vary.threeNode();
        var before = AddressPlan.of(platform.spec());
        // when
        var after = AddressPlan.of(platform.alsoNodes(Vary.host(9, 8, 50), Vary.host(10, 8, 50))
                .controlPlanes(5, 2, 3, 10)
                .workers(4, 2, 3, 10)
                .spec());
        // then
        assertThat(after.overlay().vms())
                .hasSize(9)
                .containsAll(before.overlay().vms());
        assertThat(after.overlay().overlayHosts())
                .hasSize(5)
                .startsWith(before.overlay().overlayHosts().toArray(OverlayHost[]::new));
        assertThat(after.overlay().containers())
                .hasSize(5)
                .startsWith(before.overlay().containers().toArray(Container[]::new));
    }

    @Test
    void more_vms_move_none_of_many_hosts() {
        // given
        var platform = Vary.threeNode().alsoNodes(Vary.host(7, 8, 50), Vary.host(8, 8, 50), Vary.host(9, 8, 50));
        // when
        var before = AddressPlan.of(platform.spec());
        var after = AddressPlan.of(
                platform.controlPlanes(5, 2, 3, 10).workers(9, 2, 3, 10).spec());
        // then
        assertThat(after.overlay().overlayHosts()).isEqualTo(before.overlay().overlayHosts());
        assertThat(after.overlay().containers()).isEqualTo(before.overlay().containers());
    }

    @Test
    void a_container_gets_no_tailnet_address_that_a_machine_has_or_tailscale_keeps() {
        // given machines from the default containers' first address up to the range that Tailscale keeps
        var last = (int) (Ipv4.parse("100.99.255.255").unsigned()
                - Ipv4.parse("100.64.0.0").unsigned());
        var taken = IntStream.rangeClosed(5, 8).mapToObj(number -> Vary.host(number, 8, 50));
        var nodes = new ArrayList<>(taken.toList());
        nodes.add(Vary.host(last, 8, 50));
        // when
        var containers =
                AddressPlan.of(Vary.threeNode().nodes(nodes).spec()).overlay().containers();
        // then
        assertThat(containers.getFirst().tailnet()).isEqualTo(Ipv4.parse("100.64.0.9"));
        assertThat(containers)
                .noneMatch(one -> AddressPlan.TAILNET_KEPT.stream().anyMatch(kept -> kept.contains(one.tailnet())));
    }

    @Test
    void what_finds_no_room_is_named() {
        // given a network of 14 addresses: gateway, endpoint, three control planes, three hosts twice, three left
        var platform = Vary.threeNode().vms("10.20.0.0/28").alsoNodes(Vary.host(9, 8, 50), Vary.host(10, 8, 50));
        // when
        var plan = AddressPlan.of(platform.spec());
        // then
        assertThat(plan.overlay().vms()).hasSize(3);
        assertThat(plan.homeless()).containsExactly("tailscale-host-10");
        assertThat(AddressPlan.of(platform.vms("10.20.0.10/32").spec()).homeless())
                .hasSize(13);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nobody_shares_an_address_and_all_lie_in_their_ranges(long seed) {
        // given
        var random = new Random(seed);
        var nodes = new ArrayList<NodeSpec>();
        for (int number = 1; number <= random.nextInt(40); number++) {
            nodes.add(random.nextInt(4) == 0 ? Vary.micro(number) : Vary.host(number, 8, 50));
        }
        var platform = Vary.threeNode()
                .nodes(nodes)
                .vms("10.20.0.0/" + (22 + random.nextInt(7)))
                .controlPlanes(random.nextInt(6), 2, 3, 10)
                .workers(random.nextInt(30), 2, 3, 10)
                .spec();
        // when
        var plan = AddressPlan.of(platform);
        // then
        var overlay = new ArrayList<Ipv4>();
        overlay.add(plan.overlay().gateway());
        overlay.add(platform.cluster().kubernetes().endpoint());
        plan.overlay().vms().forEach(vm -> overlay.add(vm.address()));
        plan.overlay().overlayHosts().forEach(host -> overlay.add(host.address()));
        plan.overlay().containers().forEach(container -> overlay.add(container.address()));
        assertThat(overlay).doesNotHaveDuplicates().allMatch(plan.ranges().vms()::contains);
        assertThat(overlay)
                .doesNotContain(plan.ranges().vms().first(), plan.ranges().vms().last());
        var tailnet = new ArrayList<Ipv4>();
        plan.hosts().forEach(host -> tailnet.add(host.tailnet()));
        plan.overlay().containers().forEach(container -> tailnet.add(container.tailnet()));
        assertThat(tailnet).doesNotHaveDuplicates().allMatch(AddressPlan.TAILNET::contains);
        int everybody = platform.cluster().kubernetes().controlPlanes().count()
                + platform.cluster().kubernetes().workers().count()
                + 2 * platform.hosts().size();
        assertThat(plan.overlay().vms().size()
                        + plan.overlay().overlayHosts().size()
                        + plan.overlay().containers().size()
                        + plan.homeless().size())
                .isEqualTo(everybody);
    }

    @Test
    void ten_thousand_hosts_are_laid_out_at_once() {
        // given
        var nodes = IntStream.rangeClosed(1, 10_000)
                .mapToObj(number -> Vary.host(number, 8, 50))
                .toList();
        var platform = Vary.threeNode().nodes(nodes).vms("10.64.0.0/16").spec();
        // when
        var start = System.nanoTime();
        var plan = AddressPlan.of(platform);
        // then: quadratic work would be a hundred million steps; this has room for a slow machine
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(plan.overlay().containers()).hasSize(10_000);
    }

    private static Machine machine(String name, String address, PublicIp publicIp, String tailnet) {
        return new Machine(name, Ipv4.parse(address), publicIp, Ipv4.parse(tailnet));
    }

    private static Vm vm(String name, String address) {
        return new Vm(name, Ipv4.parse(address));
    }

    private static OverlayHost overlayHost(String host, String address) {
        return new OverlayHost(host, Ipv4.parse(address));
    }

    private static Container container(String host, String address, String tailnet) {
        return new Container("tailscale-" + host, host, Ipv4.parse(address), Ipv4.parse(tailnet));
    }
}
