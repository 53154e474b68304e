package dev.freehold.domain.specfile;

import dev.freehold.domain.address.AddressPlan;
import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.spec.KubernetesSpec;
import dev.freehold.domain.spec.NetworkSpec;
import dev.freehold.domain.specfile.form.Mistakes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Reads the blocks of addresses and holds them against each other.
final class NetworkReading {
    private static final Cidr USUAL_SUBNET = Cidr.parse("10.0.1.0/24");

    /// Where no network of machines can be, by the standards (RFC 6890) and because Oracle's metadata is at a
    /// link-local one.
    private static final List<Block> TAKEN = List.of(
            new Block("the loopback addresses", Cidr.parse("127.0.0.0/8")),
            new Block("the link-local addresses", Cidr.parse("169.254.0.0/16")),
            new Block("the addresses of no network", Cidr.parse("0.0.0.0/8")),
            new Block("the multicast and reserved addresses", Cidr.parse("224.0.0.0/3")),
            new Block("the tailnet", AddressPlan.TAILNET));

    private final Mistakes problems;
    private final Given<Cidr> vcn;
    private final Given<Cidr> subnet;
    private final Given<Cidr> vms;
    private final Given<Cidr> pods;
    private final Given<Cidr> services;
    private final Given<List<Cidr>> sshFrom;

    /// A block that cannot move, and what it is.
    private record Block(String what, Cidr cidr) {}

    NetworkReading(Fields<NetworkSpec> network, Fields<KubernetesSpec> kubernetes, Mistakes problems) {
        this.problems = problems;
        vcn = between(16, 30, network.read(NetworkKeys.VCN), "network.vcn");
        vms = between(8, 29, network.read(NetworkKeys.VMS), "network.vms");
        pods = between(8, 24, kubernetes.read(KubernetesKeys.PODS), "kubernetes.pods");
        services = between(12, 28, kubernetes.read(KubernetesKeys.SERVICES), "kubernetes.services");
        sshFrom = network.read(NetworkKeys.SSH_FROM);
        subnet = inside(vcn, network.read(NetworkKeys.SUBNET));
        checkOverlaps();
    }

    Given<Cidr> subnet() {
        return subnet;
    }

    Supplier<NetworkSpec> spec() {
        return () -> new NetworkSpec(vcn.sound(), subnet.sound(), vms.sound(), sshFrom.sound());
    }

    Given<Cidr> pods() {
        return pods;
    }

    Given<Cidr> services() {
        return services;
    }

    /// The endpoint as written, or the tenth address of the VM network, or the next one.
    Given<Ipv4> endpoint(Given<Ipv4> written) {
        if (written.isFaulty() || vms.value() == null) {
            return new Given<>(null, true, written.place());
        }
        var block = vms.sound();
        if (written.isOpen()) {
            return written.or(block.at(Math.min(10, block.size() - 2)));
        }
        var address = written.sound();
        if (!block.contains(address)) {
            problems.add(
                    written.place(),
                    address + " is outside network.vms " + block + shownDefault(vms)
                            + "; choose an address inside it, such as " + block.at(Math.min(10, block.size() - 2)));
        } else if (address.equals(block.first()) || address.equals(block.at(1)) || address.equals(block.last())) {
            problems.add(
                    written.place(),
                    address + " is taken in network.vms " + block + ": its first address names the network, its second"
                            + " is the gateway, its last the broadcast; choose another, such as "
                            + block.at(Math.min(10, block.size() - 2)));
        }
        return written;
    }

    /// Do so many VMs find addresses, and a block of pods each?
    void checkRoomFor(Given<Integer> controlPlanes, Given<Integer> workers) {
        if (controlPlanes.value() == null || workers.value() == null) {
            return;
        }
        int count = controlPlanes.sound() + workers.sound();
        var place = controlPlanes.sound() >= workers.sound() ? controlPlanes.place() : workers.place();
        if (vms.value() != null && count > vms.sound().size() - 4) {
            problems.add(
                    place,
                    count + " VMs find no room in network.vms " + vms.sound()
                            + ": beside its ends, the gateway and the endpoint it has "
                            + (vms.sound().size() - 4)
                            + " addresses; ask for fewer, or make network.vms larger");
        }
        long blocks = pods.value() == null
                ? Long.MAX_VALUE
                : 1L << (24 - Math.min(24, pods.sound().prefix()));
        if (count > blocks) {
            problems.add(
                    place,
                    count + " Kubernetes nodes need a /24 of pods each, and kubernetes.pods " + pods.sound() + " holds "
                            + blocks + "; ask for fewer, or make kubernetes.pods larger");
        }
    }

    private Given<Cidr> between(int widest, int narrowest, Given<Cidr> block, String name) {
        if (block.value() == null
                || (block.value().prefix() >= widest && block.value().prefix() <= narrowest)) {
            return block;
        }
        problems.add(
                block.place(),
                block.sound() + " is a /" + block.sound().prefix() + "; " + name + " may be a block from /" + widest
                        + " to /" + narrowest);
        return new Given<>(null, true, block.place());
    }

    private Given<Cidr> inside(Given<Cidr> vcn, Given<Cidr> subnet) {
        if (subnet.isFaulty() || vcn.value() == null) {
            return subnet.isOpen() ? new Given<>(null, true, subnet.place()) : subnet;
        }
        if (subnet.isOpen()) {
            return subnet.or(usualSubnet(vcn.sound()));
        }
        var narrow = between(16, 30, subnet, "network.subnet");
        if (narrow.value() != null && !vcn.sound().contains(narrow.sound())) {
            problems.add(
                    narrow.place(),
                    narrow.sound() + " is not inside network.vcn " + vcn.sound() + shownDefault(vcn)
                            + "; choose a block inside it, such as " + usualSubnet(vcn.sound()));
        }
        return narrow;
    }

    private static Cidr usualSubnet(Cidr vcn) {
        if (vcn.contains(USUAL_SUBNET)) {
            return USUAL_SUBNET;
        }
        return vcn.prefix() >= 24 ? vcn : new Cidr(vcn.at(256), 24);
    }

    private static String shownDefault(Given<?> given) {
        return given.written() ? "" : " (the default)";
    }

    private record Named(String key, Given<Cidr> block) {}

    private void checkOverlaps() {
        var blocks = new ArrayList<Named>();
        blocks.add(new Named("network.vcn", vcn));
        blocks.add(new Named("network.vms", vms));
        blocks.add(new Named("kubernetes.pods", pods));
        blocks.add(new Named("kubernetes.services", services));
        blocks.removeIf(named -> named.block().value() == null);
        for (int one = 0; one < blocks.size(); one++) {
            for (int other = one + 1; other < blocks.size(); other++) {
                checkOverlap(blocks.get(one), blocks.get(other));
            }
            var named = blocks.get(one);
            var block = named.block();
            for (var taken : TAKEN) {
                if (taken.cidr().overlaps(block.sound())) {
                    problems.add(
                            block.place(),
                            named.key() + " " + block.sound() + " overlaps " + taken.what() + " " + taken.cidr()
                                    + "; choose a private block, inside 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16");
                }
            }
        }
    }

    private void checkOverlap(Named one, Named other) {
        if (!one.block().sound().overlaps(other.block().sound())) {
            return;
        }
        // It is said where somebody wrote something: the later of the two, if it was not left out.
        boolean later = other.block().written();
        var told = later ? other : one;
        var untold = later ? one : other;
        problems.add(
                told.block().place(),
                told.key() + " " + told.block().sound() + " overlaps " + untold.key() + " "
                        + untold.block().sound() + shownDefault(untold.block()) + "; choose blocks that share no"
                        + " address");
    }
}
