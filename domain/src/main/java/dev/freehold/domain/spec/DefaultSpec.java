package dev.freehold.domain.spec;

import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.quantity.Ocpus;
import dev.freehold.domain.quantity.Usd;
import dev.freehold.domain.spec.NodeSpec.PublicIp;
import dev.freehold.domain.spec.NodeSpec.Role;
import dev.freehold.domain.spec.NodeSpec.Shape;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The platforms to begin with, without a file: whoever starts without a spec should not wait for a parser.
public final class DefaultSpec {
    /// What VM.Standard.E2.1.Micro has, whatever a spec says.
    public static final Ocpus MICRO_OCPUS = new Ocpus(new BigDecimal("0.125"));

    public static final Gigabytes MICRO_MEMORY = Gigabytes.of(1);

    private DefaultSpec() {}

    /// The default platform, which every command uses where no spec is, and whose values every key has that
    /// is left out.
    public static Spec threeNode() {
        return platform(
                "always-free-2021",
                List.of(host("ampere-1", 8, 50, 1), host("ampere-2", 8, 50, 2), host("ampere-3", 8, 50, 3), bastion(4)),
                new CephSpec(Gigabytes.of(37), "freehold", 3, 2),
                machines(3, 10),
                machines(0, 10));
    }

    /// What fits the allowance of June 2026: two hosts without Ceph.
    public static Spec twoNode() {
        return platform(
                "always-free-2026-06",
                List.of(host("ampere-1", 6, 75, 1), host("ampere-2", 6, 75, 2), bastion(3)),
                null,
                machines(1, 20),
                machines(1, 20));
    }

    private static Spec platform(
            String allowance,
            List<NodeSpec> nodes,
            @Nullable CephSpec ceph,
            KubernetesSpec.Machines controlPlanes,
            KubernetesSpec.Machines workers) {
        return new Spec(
                "homelab",
                new AccountSpec(
                        allowance,
                        "eu-frankfurt-1",
                        "freehold",
                        Usd.ZERO,
                        new BudgetSpec(Usd.of("0.01"), "you@example.org")),
                new StateSpec.Local(),
                new NetworkSpec(
                        Cidr.parse("10.0.0.0/16"),
                        Cidr.parse("10.0.1.0/24"),
                        Cidr.parse("10.20.0.0/24"),
                        List.of(Cidr.parse("203.0.113.7/32"))),
                nodes,
                new AccessSpec(
                        new IngressSpec(PublicIp.RESERVED, Ipv4.parse("10.0.1.30"), 30443),
                        null,
                        new MeshSpec("example.ts.net")),
                ceph,
                new ClusterSpec(
                        new KubernetesSpec(
                                Ipv4.parse("10.20.0.10"),
                                Cidr.parse("10.244.0.0/16"),
                                Cidr.parse("10.96.0.0/12"),
                                controlPlanes,
                                workers,
                                KubernetesSpec.Emulation.REFUSE),
                        new GitopsSpec(
                                "https://github.com/you/freehold-flux.git",
                                "main",
                                "clusters/homelab",
                                Duration.ofMinutes(1)),
                        List.of("tailscale-operator", "cert-manager", "alloy")),
                new ImagesSpec(ImagesSpec.Builder.PACKER, null, null, Map.of()),
                List.of());
    }

    private static KubernetesSpec.Machines machines(int count, int diskGb) {
        return new KubernetesSpec.Machines(count, 2, Gigabytes.of(3), Gigabytes.of(diskGb));
    }

    private static NodeSpec host(String name, int memoryGb, int bootVolumeGb, int number) {
        return new NodeSpec(
                name,
                Role.NONE,
                new NodeSpec.Size(Shape.A1_FLEX, Ocpus.of(1), Gigabytes.of(memoryGb), Gigabytes.of(bootVolumeGb)),
                Ipv4.parse("10.0.1.9").plus(number),
                PublicIp.EPHEMERAL,
                Ipv4.parse("100.64.0.0").plus(number));
    }

    private static NodeSpec bastion(int number) {
        return new NodeSpec(
                "bastion",
                Role.BASTION,
                new NodeSpec.Size(Shape.E2_1_MICRO, MICRO_OCPUS, MICRO_MEMORY, Gigabytes.of(50)),
                Ipv4.parse("10.0.1.20"),
                PublicIp.RESERVED,
                Ipv4.parse("100.64.0.0").plus(number));
    }
}
