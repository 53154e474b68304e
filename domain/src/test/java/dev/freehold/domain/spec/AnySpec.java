package dev.freehold.domain.spec;

import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.quantity.Mbps;
import dev.freehold.domain.quantity.Ocpus;
import dev.freehold.domain.quantity.Usd;
import dev.freehold.domain.spec.NodeSpec.PublicIp;
import dev.freehold.domain.spec.NodeSpec.Role;
import dev.freehold.domain.spec.NodeSpec.Shape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Valid specs, one a seed, for properties that hold for every one. Valid is what reading accepts: a spec may
/// ask for more than any allowance gives, or for what its hosts can't carry. About half stay modest, so that many
/// do neither.
public final class AnySpec {
    private static final int MOST_TRIES = 2_000;

    private final Random random;
    private final boolean modest;
    private final Set<Ipv4> taken = new HashSet<>();
    private final Cidr subnet;
    private final Cidr vcn;
    private final Cidr vms;

    private AnySpec(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
        modest = random.nextBoolean();
        // The choices for one of these overlap none for another.
        vcn = oneOf(blocks("10.0.0.0/16", "10.7.0.0/16", "172.16.0.0/20", "192.168.0.0/22"));
        vms = oneOf(blocks("10.20.0.0/24", "10.30.0.0/22", "172.31.4.0/23", "192.168.240.0/24"));
        int prefix = vcn.prefix() + random.nextInt(27 - vcn.prefix());
        int number = random.nextInt(1 << (prefix - vcn.prefix()));
        subnet = new Cidr(vcn.at((long) number << (32 - prefix)), prefix);
    }

    public static Spec of(long seed) {
        return new AnySpec(seed).spec();
    }

    /// The first spec from `seed` on, in a sequence of its own, of which `wanted` holds.
    public static Spec such(long seed, Predicate<Spec> wanted) {
        LongFunction<Spec> candidate = attempt -> of(seed * MOST_TRIES + attempt);
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            var spec = candidate.apply(attempt);
            if (wanted.test(spec)) {
                return spec;
            }
        }
        throw new AssertionError("none of " + MOST_TRIES + " specs from seed " + seed + " on is as wanted");
    }

    private Spec spec() {
        var nodes = nodes();
        boolean paying = !modest && random.nextBoolean();
        return new Spec(
                oneOf("homelab", "x", "lab-2", "a0-b1-c2"),
                new AccountSpec(
                        oneOf("always-free-2021", "always-free-2026-06", "payg-2026-10"),
                        oneOf("eu-frankfurt-1", "us-ashburn-1", "ap-singapore-2", "uk-gov-london-1"),
                        oneOf("freehold", "Home_Lab.1"),
                        paying ? Usd.of(oneOf("0.5", "25", "1000000")) : Usd.ZERO,
                        new BudgetSpec(
                                Usd.of(oneOf("0.01", "1", "12.5")), oneOf("you@example.org", "a.b+c@d-e.example"))),
                random.nextInt(4) == 0 ? new StateSpec.Oci(oneOf("freehold-state", "s.t_1")) : new StateSpec.Local(),
                new NetworkSpec(
                        vcn,
                        subnet,
                        vms,
                        some("203.0.113.7/32", "198.51.100.0/24", "0.0.0.0/0").stream()
                                .map(Cidr::parse)
                                .toList()),
                nodes,
                new AccessSpec(
                        random.nextInt(4) == 0
                                ? null
                                : new IngressSpec(
                                        oneOf(PublicIp.RESERVED, PublicIp.NONE),
                                        address(subnet, 2),
                                        between(30000, 32767)),
                        loadBalancer(),
                        new MeshSpec(oneOf("example.ts.net", "tail1234.ts.net", "a.b"))),
                ceph(),
                new ClusterSpec(
                        kubernetes(),
                        new GitopsSpec(
                                oneOf(
                                        "https://github.com/you/freehold-flux.git",
                                        "ssh://git@git.example.org:2222/~me/flux"),
                                oneOf("main", "release/1.0", "feature_x"),
                                oneOf("clusters/homelab", "./clusters", "one"),
                                Duration.ofSeconds(oneOf(1, 30, 60, 3_600, 5_400, 5_431, 2_592_000))),
                        some("tailscale-operator", "cert-manager", "alloy")),
                images(),
                some("oci/instance/*", "proxmox/ceph-osd/ampere-?", "*").stream()
                        .map(Glob::of)
                        .toList());
    }

    private List<NodeSpec> nodes() {
        var nodes = new ArrayList<NodeSpec>();
        int hosts = random.nextInt(modest ? 4 : 7);
        for (int number = 1; number <= hosts; number++) {
            nodes.add(ampere("ampere-" + number, Role.NONE));
        }
        int bastion = random.nextInt(4);
        if (bastion == 0) {
            nodes.add(ampere("gate", Role.BASTION));
        } else if (bastion < 3) {
            nodes.add(micro("bastion", Role.BASTION));
        }
        if (random.nextInt(4) == 0) {
            nodes.add(micro("watch", Role.NONE));
        }
        Collections.shuffle(nodes, random);
        return nodes;
    }

    private NodeSpec ampere(String name, Role role) {
        return new NodeSpec(
                name,
                role,
                new NodeSpec.Size(
                        Shape.A1_FLEX,
                        modest
                                ? Ocpus.of(1)
                                : new Ocpus(Gigabytes.of(oneOf("1", "2", "4", "1.33", "80"))
                                        .count()),
                        Gigabytes.of(modest ? oneOf("6", "8") : oneOf("1", "6", "8", "12", "6.5", "512")),
                        Gigabytes.of(modest ? oneOf("50", "60") : oneOf("47", "50", "75", "100", "199.5"))),
                address(subnet, 2),
                oneOf(PublicIp.values()),
                tailnetAddress());
    }

    private NodeSpec micro(String name, Role role) {
        return new NodeSpec(
                name,
                role,
                new NodeSpec.Size(
                        Shape.E2_1_MICRO, DefaultSpec.MICRO_OCPUS, DefaultSpec.MICRO_MEMORY, Gigabytes.of(50)),
                address(subnet, 2),
                modest && role == Role.BASTION ? PublicIp.RESERVED : oneOf(PublicIp.values()),
                tailnetAddress());
    }

    private @Nullable LoadBalancerSpec loadBalancer() {
        int least = between(10, 100);
        return switch (random.nextInt(4)) {
            case 0 -> new LoadBalancerSpec(new Mbps(10), new Mbps(10));
            case 1 -> modest ? null : new LoadBalancerSpec(new Mbps(least), new Mbps(between(least, 8000)));
            default -> null;
        };
    }

    private @Nullable CephSpec ceph() {
        if (random.nextInt(3) == 0) {
            return null;
        }
        int size = modest ? 3 : between(1, 4);
        return new CephSpec(
                Gigabytes.of(oneOf("37", "20", "12.5")),
                oneOf("freehold", "vm_disks"),
                size,
                modest ? 2 : between(1, size));
    }

    private KubernetesSpec kubernetes() {
        return new KubernetesSpec(
                address(vms, 2),
                oneOf(blocks("10.244.0.0/16", "10.128.0.0/14", "172.20.0.0/20")),
                oneOf(blocks("10.96.0.0/12", "10.112.0.0/16", "192.168.128.0/20")),
                machines(modest ? oneOf(1, 3) : between(1, 5)),
                machines(modest ? 0 : random.nextInt(4)),
                oneOf(KubernetesSpec.Emulation.values()));
    }

    private KubernetesSpec.Machines machines(int count) {
        return new KubernetesSpec.Machines(
                count,
                modest ? 2 : between(1, 8),
                Gigabytes.of(modest ? oneOf("2", "3") : oneOf("1.5", "2", "3", "16")),
                Gigabytes.of(modest ? "10" : oneOf("5", "10", "20.25")));
    }

    private ImagesSpec images() {
        Map<String, String> sources = new TreeMap<>();
        for (var name : some("debian", "proxmox", "ceph")) {
            sources.put(name, oneOf("http://10.9.8.7:3142/" + name, "https://mirror.example.org/a%20b/" + name));
        }
        return new ImagesSpec(
                oneOf(ImagesSpec.Builder.values()),
                random.nextInt(4) == 0 ? "base-1.0" : null,
                random.nextInt(4) == 0 ? "proxmox_8" : null,
                sources);
    }

    /// One that nobody has, neither among the block's first `ends` nor its last.
    private Ipv4 address(Cidr block, int ends) {
        while (true) {
            var address = block.at(ends + random.nextLong(block.size() - ends - 1));
            if (taken.add(address)) {
                return address;
            }
        }
    }

    private Ipv4 tailnetAddress() {
        // Below what Tailscale keeps for itself, which begins at 100.100.0.0.
        return address(Cidr.parse(random.nextBoolean() ? "100.64.0.0/28" : "100.72.0.0/13"), 1);
    }

    private int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    private static Cidr[] blocks(String... blocks) {
        return Arrays.stream(blocks).map(Cidr::parse).toArray(Cidr[]::new);
    }

    @SafeVarargs
    private <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /// Some of them or none, in any order.
    private List<String> some(String... choices) {
        var some = new ArrayList<>(List.of(choices));
        Collections.shuffle(some, random);
        return some.subList(0, random.nextInt(some.size() + 1));
    }
}
