package dev.freehold.domain.fit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.address.AddressPlan;
import dev.freehold.domain.address.AddressPlan.Vm;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.domain.spec.Vary;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlacementTest {

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @Test
    void control_planes_are_spread_over_the_hosts() {
        assertThat(Placement.of(DefaultSpec.threeNode()).hostByVm())
                .hasToString("{control-plane-1=ampere-1, control-plane-2=ampere-2, control-plane-3=ampere-3}");
        assertThat(Placement.of(DefaultSpec.twoNode()).hostByVm())
                .hasToString("{control-plane-1=ampere-1, worker-1=ampere-2}");
    }

    @Test
    void a_host_without_room_is_passed_over() {
        // given a host that carries no VM beside Ceph, and two large ones
        var platform = Vary.threeNode()
                .nodes(List.of(Vary.host(1, 6, 50), Vary.host(2, 24, 50), Vary.host(3, 24, 50)))
                .workers(2, 2, 3, 10);
        // then
        assertThat(Placement.of(platform.spec()).hostByVm())
                .hasToString("{control-plane-1=host-2, control-plane-2=host-3, control-plane-3=host-2,"
                        + " worker-1=host-3, worker-2=host-2}");
    }

    @Test
    void a_thin_pool_bounds_what_a_host_gets() {
        // given 37 GB for disks on one host and 87 on the other
        var platform = Vary.twoNode()
                .nodes(List.of(Vary.host(1, 24, 50), Vary.host(2, 24, 100)))
                .workers(2, 2, 3, 30);
        // then
        assertThat(Placement.of(platform.spec()).hostByVm())
                .hasToString("{control-plane-1=host-1, worker-1=host-2, worker-2=host-2}");
    }

    @Test
    void workers_are_spread_whatever_control_planes_a_host_carries() {
        // given a host too small for any of the control planes, and one that carries them all
        var platform = Vary.twoNode()
                .nodes(List.of(Vary.host(1, 12, 200), Vary.host(2, 48, 200)))
                .controlPlanes(3, 2, 9, 10)
                .workers(2, 2, 2, 10);
        // then
        assertThat(Placement.of(platform.spec()).hostByVm())
                .hasToString("{control-plane-1=host-2, control-plane-2=host-2, control-plane-3=host-2,"
                        + " worker-1=host-1, worker-2=host-2}");
    }

    @Test
    void without_hosts_nothing_is_placed() {
        // when
        var placement = Placement.of(Vary.threeNode().nodes(List.of()).spec());
        // then
        assertThat(placement.hostByVm()).isEmpty();
        assertThat(placement.hostOf("control-plane-1")).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void every_vm_that_has_an_address_has_a_host(long seed) {
        // given
        var random = new Random(seed);
        var hosts = IntStream.rangeClosed(1, 1 + random.nextInt(8))
                .mapToObj(number -> Vary.host(number, 4 + random.nextInt(20), 50 + random.nextInt(50)))
                .toList();
        var spec = Vary.threeNode()
                .nodes(hosts)
                .controlPlanes(random.nextInt(6), 2, 3, 10)
                .workers(random.nextInt(20), 2, 3, 10)
                .spec();
        // when
        var placement = Placement.of(spec);
        // then
        assertThat(placement.hostByVm().keySet())
                .containsExactlyElementsOf(AddressPlan.of(spec).overlay().vms().stream()
                        .map(Vm::name)
                        .toList());
        assertThat(hosts)
                .flatExtracting(host -> placement.vmsOn(host.name()))
                .containsExactlyInAnyOrderElementsOf(placement.hostByVm().keySet());
    }
}
