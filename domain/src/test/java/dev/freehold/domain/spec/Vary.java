package dev.freehold.domain.spec;

import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.quantity.Mbps;
import dev.freehold.domain.quantity.Ocpus;
import dev.freehold.domain.quantity.Usd;
import dev.freehold.domain.spec.KubernetesSpec.Machines;
import dev.freehold.domain.spec.NodeSpec.PublicIp;
import dev.freehold.domain.spec.NodeSpec.Role;
import dev.freehold.domain.spec.NodeSpec.Shape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Specs and nodes that differ in one thing, for tests of the arithmetic over them.
public record Vary(Spec spec) {

    public static Vary threeNode() {
        return new Vary(DefaultSpec.threeNode());
    }

    public static Vary twoNode() {
        return new Vary(DefaultSpec.twoNode());
    }

    public Vary nodes(List<NodeSpec> nodes) {
        return with(
                spec.account().allowance(),
                spec.account().acceptUsdPerMonth(),
                spec.network(),
                nodes,
                spec.ceph(),
                spec.cluster().kubernetes());
    }

    public Vary alsoNodes(NodeSpec... more) {
        var nodes = new ArrayList<>(spec.nodes());
        nodes.addAll(List.of(more));
        return nodes(nodes);
    }

    public Vary allowance(String id) {
        return with(
                id,
                spec.account().acceptUsdPerMonth(),
                spec.network(),
                spec.nodes(),
                spec.ceph(),
                spec.cluster().kubernetes());
    }

    public Vary accept(String usd) {
        return with(
                spec.account().allowance(),
                Usd.of(usd),
                spec.network(),
                spec.nodes(),
                spec.ceph(),
                spec.cluster().kubernetes());
    }

    public Vary vms(String cidr) {
        var network = spec.network();
        return with(
                spec.account().allowance(),
                spec.account().acceptUsdPerMonth(),
                new NetworkSpec(network.vcn(), network.subnet(), Cidr.parse(cidr), network.sshFrom()),
                spec.nodes(),
                spec.ceph(),
                spec.cluster().kubernetes());
    }

    public Vary ceph(@Nullable CephSpec ceph) {
        return with(
                spec.account().allowance(),
                spec.account().acceptUsdPerMonth(),
                spec.network(),
                spec.nodes(),
                ceph,
                spec.cluster().kubernetes());
    }

    public Vary ceph(int osdGb, int size, int minSize) {
        return ceph(new CephSpec(Gigabytes.of(osdGb), "freehold", size, minSize));
    }

    public Vary controlPlanes(int count, int cores, int memoryGb, int diskGb) {
        return cluster(
                machines(count, cores, memoryGb, diskGb),
                spec.cluster().kubernetes().workers());
    }

    public Vary workers(int count, int cores, int memoryGb, int diskGb) {
        return cluster(spec.cluster().kubernetes().controlPlanes(), machines(count, cores, memoryGb, diskGb));
    }

    private Vary cluster(Machines controlPlanes, Machines workers) {
        var old = spec.cluster().kubernetes();
        return with(
                spec.account().allowance(),
                spec.account().acceptUsdPerMonth(),
                spec.network(),
                spec.nodes(),
                spec.ceph(),
                new KubernetesSpec(
                        old.endpoint(), old.pods(), old.services(), controlPlanes, workers, old.emulation()));
    }

    public Vary loadBalancer(int minMbps, int maxMbps) {
        return with(
                spec.account().allowance(),
                spec.account().acceptUsdPerMonth(),
                spec.network(),
                spec.nodes(),
                spec.ceph(),
                spec.cluster().kubernetes(),
                new LoadBalancerSpec(new Mbps(minMbps), new Mbps(maxMbps)));
    }

    /// The ingress, which there must be, at another address.
    public Vary ingress(String address) {
        var old = Objects.requireNonNull(spec.access().ingress());
        return with(
                spec.account().allowance(),
                spec.account().acceptUsdPerMonth(),
                spec.network(),
                spec.nodes(),
                spec.ceph(),
                spec.cluster().kubernetes(),
                spec.access().loadBalancer(),
                new IngressSpec(old.publicIp(), Ipv4.parse(address), old.nodePort()));
    }

    private Vary with(
            String allowance,
            Usd accept,
            NetworkSpec network,
            List<NodeSpec> nodes,
            @Nullable CephSpec ceph,
            KubernetesSpec kubernetes) {
        return with(
                allowance,
                accept,
                network,
                nodes,
                ceph,
                kubernetes,
                spec.access().loadBalancer());
    }

    private Vary with(
            String allowance,
            Usd accept,
            NetworkSpec network,
            List<NodeSpec> nodes,
            @Nullable CephSpec ceph,
            KubernetesSpec kubernetes,
            @Nullable LoadBalancerSpec loadBalancer) {
        return with(
                allowance,
                accept,
                network,
                nodes,
                ceph,
                kubernetes,
                loadBalancer,
                spec.access().ingress());
    }

    private Vary with(
            String allowance,
            Usd accept,
            NetworkSpec network,
            List<NodeSpec> nodes,
            @Nullable CephSpec ceph,
            KubernetesSpec kubernetes,
            @Nullable LoadBalancerSpec loadBalancer,
            @Nullable IngressSpec ingress) {
        return new Vary(new Spec(
                spec.name(),
                new AccountSpec(
                        allowance,
                        spec.account().region(),
                        spec.account().compartment(),
                        accept,
                        spec.account().budget()),
                spec.state(),
                network,
                nodes,
                new AccessSpec(ingress, loadBalancer, spec.access().mesh()),
                ceph,
                new ClusterSpec(
                        kubernetes, spec.cluster().gitops(), spec.cluster().apps()),
                spec.images(),
                spec.protect()));
    }

    public static Machines machines(int count, int cores, int memoryGb, int diskGb) {
        return new Machines(count, cores, Gigabytes.of(memoryGb), Gigabytes.of(diskGb));
    }

    /// An A1 node without a role.
    ///
    /// @param number what its addresses end in
    public static NodeSpec host(int number, String ocpus, int memoryGb, int bootVolumeGb, PublicIp publicIp) {
        return node("host-" + number, Role.NONE, Shape.A1_FLEX, ocpus, memoryGb, bootVolumeGb, number, publicIp);
    }

    public static NodeSpec host(int number, int memoryGb, int bootVolumeGb) {
        return host(number, "1", memoryGb, bootVolumeGb, PublicIp.EPHEMERAL);
    }

    public static NodeSpec micro(int number) {
        return node("micro-" + number, Role.NONE, Shape.E2_1_MICRO, "0.125", 1, 50, number, PublicIp.EPHEMERAL);
    }

    private static NodeSpec node(
            String name,
            Role role,
            Shape shape,
            String ocpus,
            int memoryGb,
            int bootVolumeGb,
            int number,
            PublicIp publicIp) {
        return new NodeSpec(
                name,
                role,
                new NodeSpec.Size(
                        shape, new Ocpus(new BigDecimal(ocpus)), Gigabytes.of(memoryGb), Gigabytes.of(bootVolumeGb)),
                Ipv4.parse("10.0.0.0").plus(number + 256L),
                publicIp,
                Ipv4.parse("100.64.0.0").plus(number));
    }
}
