package dev.freehold.domain.fit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.allowance.Violation;
import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.domain.spec.NodeSpec;
import dev.freehold.domain.spec.Spec;
import dev.freehold.domain.spec.Vary;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FitTest {

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @Test
    void the_three_node_platform_fits() {
        // when
        var fit = Fit.of(DefaultSpec.threeNode());
        // then: 3.4 for system and Ceph, 3 + 0.25 + 0.96 for the VM, of 7.68
        assertThat(fit.violations()).isEmpty();
        assertThat(fit.hosts())
                .extracting(host -> host.name() + " " + host.memory() + ", " + host.committed() + " of "
                        + host.usableMemory() + ", " + host.bootVolume() + ", " + host.osd() + " " + host.vms())
                .containsExactly(
                        "ampere-1 8 GB, 7.61 GB of 7.68 GB, 50 GB, 37 GB [control-plane-1]",
                        "ampere-2 8 GB, 7.61 GB of 7.68 GB, 50 GB, 37 GB [control-plane-2]",
                        "ampere-3 8 GB, 7.61 GB of 7.68 GB, 50 GB, 37 GB [control-plane-3]");
        assertThat(fit.ceph())
                .isEqualTo(new Fit.Ceph(Gigabytes.of(111), Gigabytes.of("30.6"), Gigabytes.of("30.1875")));
    }

    @Test
    void the_two_node_platform_fits_without_ceph() {
        // when
        var fit = Fit.of(DefaultSpec.twoNode());
        // then
        assertThat(fit.violations()).isEmpty();
        assertThat(fit.ceph()).isNull();
        assertThat(fit.hosts())
                .extracting(host -> host.committed() + " of " + host.usableMemory() + ", thin " + host.thinPool() + " "
                        + host.vms())
                .containsExactly(
                        "5.42 GB of 5.76 GB, thin 62 GB [control-plane-1]",
                        "5.42 GB of 5.76 GB, thin 62 GB [worker-1]");
    }

    @ParameterizedTest
    @CsvSource({
        // host GB, VM GB, with Ceph, committed, usable
        "8, 3, true,  7.61, 7.68",
        "8, 4, true,  8.61, 7.68",
        "6, 2, true,  6.37, 5.76",
        "6, 3, false, 5.42, 5.76",
        "6, 4, false, 6.42, 5.76",
        "12, 8, false, 10.7, 11.52",
    })
    void memory_adds_up_as_the_arithmetic_says(
            int hostGb, int vmGb, boolean withCeph, Gigabytes committed, Gigabytes usable) {
        // given three equal hosts
        var hosts = IntStream.rangeClosed(1, 3)
                .mapToObj(number -> Vary.host(number, hostGb, 75))
                .toList();
        var platform = Vary.threeNode().nodes(hosts).controlPlanes(3, 2, vmGb, 10);
        // when
        var fit = Fit.of((withCeph ? platform : platform.ceph(null)).spec());
        // then
        assertThat(fit.hosts())
                .allMatch(host -> host.committed().equals(committed)
                        && host.usableMemory().equals(usable));
        assertThat(rules(fit))
                .isEqualTo(
                        committed.compareTo(usable) > 0
                                ? List.of("host-memory", "host-memory", "host-memory")
                                : List.of());
    }

    @Test
    void an_overcommitted_host_says_what_it_would_carry() {
        // when
        var violation = Fit.of(Vary.threeNode().controlPlanes(3, 2, 4, 10).spec())
                .violations()
                .getFirst();
        // then
        assertThat(violation.message())
                .isEqualTo(
                        "ampere-1 would carry 8.61 GB of memory (system and Ceph 3.4 GB, control-plane-1 5.21 GB) and"
                            + " has 7.68 GB of its 8 GB to use. Raise memory-gb, make the VMs smaller (kubernetes), or"
                            + " leave Ceph out (ceph: null).");
        assertThat(violation.path()).isEqualTo("nodes[0].memory-gb");
    }

    @Test
    void two_nodes_of_6_gb_with_ceph_are_refused_even_for_the_smallest_vms() {
        // given
        var platform = Vary.twoNode().ceph(37, 2, 1).controlPlanes(1, 2, 2, 10).workers(1, 2, 2, 10);
        // then
        assertThat(rules(Fit.of(platform.spec()))).containsExactly("host-memory", "host-memory");
    }

    @ParameterizedTest
    @CsvSource({"40, true", "41, false", "49, false"})
    void the_osd_leaves_the_system_its_room_on_the_boot_volume(int osdGb, boolean fits) {
        // when: 8 GB used of at most 85 %, and 0.1 GB of partitions
        var violations = Fit.of(Vary.threeNode().ceph(osdGb, 3, 2).spec()).violations();
        // then
        assertThat(violations)
                .extracting(v -> v.rule().id() + " " + v.path())
                .isEqualTo(
                        fits
                                ? List.of()
                                : List.of(
                                        "boot-volume-space nodes[0].boot-volume-gb",
                                        "boot-volume-space nodes[1].boot-volume-gb",
                                        "boot-volume-space nodes[2].boot-volume-gb"));
    }

    @ParameterizedTest
    @CsvSource({"37, 10, true", "36, 10, false", "37, 11, false", "38, 10, true"})
    void vm_disks_fit_below_cephs_near_full_ratio(int osdGb, int diskGb, boolean fits) {
        // when
        var fit = Fit.of(Vary.threeNode()
                .ceph(osdGb, 3, 2)
                .controlPlanes(3, 2, 3, diskGb)
                .spec());
        // then
        assertThat(fit.violations())
                .extracting(v -> v.rule().id() + " " + v.path())
                .isEqualTo(fits ? List.of() : List.of("ceph-capacity ceph.osd-gb"));
    }

    @ParameterizedTest
    @CsvSource({"61, true", "62, false"})
    void vm_disks_fit_a_thin_pool_beside_the_system(int diskGb, boolean fits) {
        assertThat(rules(Fit.of(Vary.twoNode().workers(1, 2, 3, diskGb).spec())))
                .isEqualTo(fits ? List.of() : List.of("boot-volume-space"));
    }

    @Test
    void talos_has_minimums_for_every_role() {
        // when
        var fit = Fit.of(
                Vary.twoNode().controlPlanes(1, 1, 1, 9).workers(1, 1, 1, 9).spec());
        // then
        assertThat(fit.violations())
                .extracting(v -> v.rule().id() + " " + v.path() + " " + v.value() + " of " + v.limit())
                .containsExactly(
                        "vm-minimum kubernetes.control-planes.cores 1 of 2",
                        "vm-minimum kubernetes.control-planes.memory-gb 1 of 2",
                        "vm-minimum kubernetes.control-planes.disk-gb 9 of 10",
                        "vm-minimum kubernetes.workers.cores 1 of 2",
                        "vm-minimum kubernetes.workers.memory-gb 1 of 2",
                        "vm-minimum kubernetes.workers.disk-gb 9 of 10");
    }

    @Test
    void vcpus_may_exceed_a_hosts_cores_and_those_of_no_vm_need_nothing() {
        assertThat(Fit.of(Vary.threeNode().controlPlanes(3, 16, 3, 10).spec()).violations())
                .isEmpty();
        assertThat(Fit.of(Vary.threeNode().workers(0, 1, 1, 1).spec()).violations())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4, 6, 7})
    void control_planes_come_by_one_three_or_five(int count) {
        // given room for all of them
        var hosts = IntStream.rangeClosed(1, 7)
                .mapToObj(number -> Vary.host(number, 8, 100))
                .toList();
        var platform = Vary.threeNode().nodes(hosts);
        // then
        assertThat(Fit.of(platform.controlPlanes(count, 2, 3, 10).spec()).violations())
                .extracting(v -> v.rule().id() + " " + v.path())
                .containsExactly("topology kubernetes.control-planes.count");
        assertThat(Fit.of(platform.controlPlanes(5, 2, 3, 10).spec()).violations())
                .isEmpty();
    }

    @Test
    void topologies_that_do_not_hold_are_refused() {
        // given
        var twoHosts = Vary.twoNode().nodes(DefaultSpec.twoNode().hosts());
        // then
        assertThat(rulesAndPaths(twoHosts)).containsExactly("topology nodes");
        assertThat(rulesAndPaths(Vary.threeNode().nodes(List.of()))).containsExactly("topology nodes");
        assertThat(rulesAndPaths(Vary.threeNode().ceph(37, 4, 2))).contains("topology ceph.size");
        assertThat(rulesAndPaths(Vary.threeNode().ceph(37, 3, 4))).containsExactly("topology ceph.min-size");
        assertThat(rulesAndPaths(Vary.threeNode().ceph(37, 0, 0)))
                .containsExactly("topology ceph.size", "topology ceph.min-size");
        assertThat(rulesAndPaths(Vary.threeNode().vms("10.20.0.8/29"))).contains("topology network.vms");
    }

    private static List<String> rulesAndPaths(Vary platform) {
        return Fit.of(platform.spec()).violations().stream()
                .map(v -> v.rule().id() + " " + v.path())
                .toList();
    }

    @Test
    void a_plan_of_machines_alone_asks_for_no_cluster() {
        // given two control planes, and two hosts without a third vote
        var fit = Fit.of(Vary.twoNode()
                .nodes(DefaultSpec.twoNode().hosts())
                .controlPlanes(2, 2, 3, 20)
                .workers(0, 2, 3, 20)
                .spec());
        // then
        assertThat(fit.violations(EnumSet.of(Layer.SETUP, Layer.IMAGES, Layer.OCI)))
                .isEmpty();
        assertThat(fit.violations(List.of(Layer.PROXMOX)))
                .extracting(Violation::path)
                .containsExactly("nodes");
        assertThat(fit.violations(List.of(Layer.TALOS)))
                .extracting(Violation::path)
                .containsExactly("nodes", "kubernetes.control-planes.count");
        assertThat(fit.violations(EnumSet.allOf(Layer.class))).isEqualTo(fit.violations());
        assertThat(fit.violations(List.of())).isEmpty();
    }

    @Test
    void a_lost_host_of_three_costs_its_vms_alone() {
        assertThat(Fit.of(DefaultSpec.threeNode()).remarks().getFirst())
                .isEqualTo("Losing any one host: Proxmox keeps its majority (2 of 3 votes); Ceph goes on writing with 2"
                        + " of 3 copies; the Kubernetes API goes on with 2 of 3 control planes; its VMs stay down until"
                        + " it is back, nothing starts them elsewhere.");
    }

    @Test
    void a_lost_host_of_two_costs_kubernetes_or_the_work_on_it() {
        assertThat(Fit.of(DefaultSpec.twoNode()).remarks())
                .startsWith(
                        "Losing ampere-1: Proxmox keeps its majority (2 of 3 votes, one of them the bastion's); what"
                            + " its VMs stored is on its boot volume alone, and gone if that is; the Kubernetes API is"
                            + " down until it is back (0 of 1 control planes left); its VMs stay down until it is"
                            + " back, nothing starts them elsewhere.",
                        "Losing ampere-2: Proxmox keeps its majority (2 of 3 votes, one of them the bastion's); what"
                                + " its VMs stored is on its boot volume alone, and gone if that is; the Kubernetes API"
                                + " goes on; its VMs stay down until it is back, nothing starts them elsewhere.");
    }

    @Test
    void ceph_on_two_hosts_stops_with_either() {
        assertThat(Fit.of(Vary.twoNode().ceph(37, 2, 2).spec()).remarks().getFirst())
                .contains("Ceph stops, its monitors have no majority; nothing stored is lost with 1 of 2 copies left");
    }

    @Test
    void every_number_has_a_source() {
        assertThat(Footprint.values())
                .allMatch(one -> one.value().signum() > 0
                        && !one.what().isBlank()
                        && !one.source().isBlank());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void more_memory_never_makes_a_platform_fit_worse(long seed) {
        // given
        var random = new Random(seed);
        var small = new ArrayList<NodeSpec>();
        var large = new ArrayList<NodeSpec>();
        int memory = 4 + random.nextInt(8);
        for (int number = 1; number <= 1 + random.nextInt(5); number++) {
            small.add(Vary.host(number, memory, 50));
            large.add(Vary.host(number, memory + 1 + random.nextInt(4), 50));
        }
        var platform = Vary.threeNode()
                .controlPlanes(1 + 2 * random.nextInt(3), 2, 2 + random.nextInt(4), 10)
                .workers(random.nextInt(4), 2, 2 + random.nextInt(4), 10);
        // then
        assertThat(overcommitted(platform.nodes(large).spec()))
                .isLessThanOrEqualTo(overcommitted(platform.nodes(small).spec()));
    }

    private static long overcommitted(Spec spec) {
        return Fit.of(spec).violations().stream()
                .filter(v -> v.rule() == FitRule.HOST_MEMORY)
                .count();
    }

    private static List<String> rules(Fit fit) {
        return fit.violations().stream().map(v -> v.rule().id()).toList();
    }
}
