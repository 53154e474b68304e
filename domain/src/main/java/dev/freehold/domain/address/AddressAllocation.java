package dev.freehold.domain.address;

import dev.freehold.domain.address.AddressPlan.Container;
import dev.freehold.domain.address.AddressPlan.Machine;
import dev.freehold.domain.address.AddressPlan.OverlayHost;
import dev.freehold.domain.address.AddressPlan.Ranges;
import dev.freehold.domain.address.AddressPlan.Reserved;
import dev.freehold.domain.address.AddressPlan.Vm;
import dev.freehold.domain.address.FreeAddresses.Zone;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.spec.KubernetesSpec.Machines;
import dev.freehold.domain.spec.NodeSpec;
import dev.freehold.domain.spec.Spec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/// One laying out of an [AddressPlan]. The cluster's VMs and what belongs to the hosts grow in zones of their
/// own, so that one more of either takes no address away from the others.
final class AddressAllocation {
    private static final long GATEWAY = 1;
    private static final List<Zone> CONTROL_PLANES = List.of(new Zone(11, 20));
    private static final List<Zone> WORKERS = List.of(new Zone(21, 127));
    private static final Zone MORE_HOSTS = new Zone(128, Long.MAX_VALUE);
    private static final List<Zone> OVERLAY_HOSTS = List.of(new Zone(2, 9), MORE_HOSTS);
    private static final List<Zone> CONTAINERS = List.of(new Zone(5, 9), MORE_HOSTS);

    /// After the default platform's three hosts and its bastion.
    private static final List<Zone> TAILNET_CONTAINERS = List.of(new Zone(5, Long.MAX_VALUE));

    private final Spec spec;
    private final Ipv4 gateway;
    private final FreeAddresses overlay;
    private final FreeAddresses tailnet;
    private final List<String> homeless = new ArrayList<>();

    /// What keeps its address on the VM network, by name.
    private final Map<String, Ipv4> keptHosts = new HashMap<>();

    private final Map<String, Ipv4> keptGuests = new HashMap<>();

    /// The containers that keep theirs in the tailnet.
    private final Map<String, Ipv4> keptInTailnet = new HashMap<>();

    AddressAllocation(Spec spec, HeldAddresses held) {
        this.spec = spec;
        var vms = spec.network().vms();
        gateway = vms.at(Math.min(GATEWAY, vms.size() - 1));
        overlay = new FreeAddresses(vms, List.of());
        overlay.take(gateway);
        overlay.take(spec.cluster().kubernetes().endpoint());
        tailnet = new FreeAddresses(AddressPlan.TAILNET, AddressPlan.TAILNET_KEPT);
        spec.nodes().forEach(node -> tailnet.take(node.tailnetAddress()));
        keep(held);
    }

    /// What stands and stays is served before anything new.
    private void keep(HeldAddresses held) {
        var kubernetes = spec.cluster().kubernetes();
        for (int number = 1; number <= kubernetes.controlPlanes().count(); number++) {
            keep(GuestName.controlPlane(number), held::guest, overlay, keptGuests);
        }
        for (int number = 1; number <= kubernetes.workers().count(); number++) {
            keep(GuestName.worker(number), held::guest, overlay, keptGuests);
        }
        for (var host : spec.hosts()) {
            keep(host.name(), held::overlayHost, overlay, keptHosts);
            keep(GuestName.container(host.name()), held::guest, overlay, keptGuests);
            keep(GuestName.container(host.name()), held::inTailnet, tailnet, keptInTailnet);
        }
        // There addresses change in place: what somebody has who moves is given to nobody unasked, or two could wait
        // for each other.
        held.tailnet().values().forEach(tailnet::takeIfFree);
    }

    private static void keep(
            String name, Function<String, Optional<Ipv4>> held, FreeAddresses free, Map<String, Ipv4> kept) {
        held.apply(name).filter(free::takeIfFree).ifPresent(address -> kept.put(name, address));
    }

    private static Optional<Ipv4> address(String name, Map<String, Ipv4> kept, FreeAddresses free, List<Zone> zones) {
        var own = kept.get(name);
        return own == null ? free.next(zones) : Optional.of(own);
    }

    AddressPlan plan() {
        var network = spec.network();
        var kubernetes = spec.cluster().kubernetes();
        var vms = new ArrayList<Vm>();
        place(kubernetes.controlPlanes(), GuestName::controlPlane, CONTROL_PLANES, vms);
        place(kubernetes.workers(), GuestName::worker, WORKERS, vms);
        var overlayHosts = new ArrayList<OverlayHost>();
        var containers = new ArrayList<Container>();
        for (var host : spec.hosts()) {
            place(host.name(), overlayHosts, containers);
        }
        var ingress = spec.access().ingress();
        return new AddressPlan(
                spec.nodes().stream().map(AddressAllocation::machine).toList(),
                new AddressPlan.Overlay(vms, overlayHosts, containers, gateway),
                reserved(),
                ingress == null ? null : ingress.address(),
                new Ranges(
                        network.vcn(),
                        network.subnet(),
                        network.vms(),
                        kubernetes.pods(),
                        kubernetes.services(),
                        AddressPlan.TAILNET),
                homeless);
    }

    private static Machine machine(NodeSpec node) {
        return new Machine(node.name(), node.address(), node.publicIp(), node.tailnetAddress());
    }

    private void place(Machines machines, IntFunction<String> name, List<Zone> zones, List<Vm> vms) {
        for (int number = 1; number <= machines.count(); number++) {
            var vm = name.apply(number);
            address(vm, keptGuests, overlay, zones)
                    .ifPresentOrElse(address -> vms.add(new Vm(vm, address)), () -> homeless.add(vm));
        }
    }

    private void place(String host, List<OverlayHost> overlayHosts, List<Container> containers) {
        address(host, keptHosts, overlay, OVERLAY_HOSTS)
                .ifPresentOrElse(address -> overlayHosts.add(new OverlayHost(host, address)), () -> homeless.add(host));
        var name = GuestName.container(host);
        var inside = address(name, keptGuests, overlay, CONTAINERS);
        if (inside.isEmpty()) {
            homeless.add(name);
            return;
        }
        address(name, keptInTailnet, tailnet, TAILNET_CONTAINERS)
                .ifPresentOrElse(
                        outside -> containers.add(new Container(name, host, inside.get(), outside)),
                        () -> homeless.add(name));
    }

    private List<Reserved> reserved() {
        var reserved = new ArrayList<Reserved>();
        for (var node : spec.nodes()) {
            if (node.publicIp() == NodeSpec.PublicIp.RESERVED) {
                reserved.add(new Reserved(reserved.size() + 1, node.name()));
            }
        }
        var ingress = spec.access().ingress();
        if (ingress != null && ingress.publicIp() == NodeSpec.PublicIp.RESERVED) {
            reserved.add(new Reserved(reserved.size() + 1, "ingress"));
        }
        return reserved;
    }
}
