package dev.freehold.domain.address;

import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.ProxmoxResource;
import dev.freehold.domain.resource.TalosResource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The addresses that what stands has. Whatever is wanted still and has no address written keeps its own, in
/// whatever order a spec names things.
///
/// @param machines private addresses by the names of machines
/// @param tailnet addresses in the tailnet by the names of machines and containers
/// @param overlayHosts the hosts' own addresses on the VM network, by the names of hosts
/// @param guests the addresses of VMs and containers on the VM network, by their names
/// @param ingress the ingress' address; absent where none stands
public record HeldAddresses(
        Map<String, Ipv4> machines,
        Map<String, Ipv4> tailnet,
        Map<String, Ipv4> overlayHosts,
        Map<String, Ipv4> guests,
        @Nullable Ipv4 ingress) {

    /// Nothing stands.
    public static final HeldAddresses NONE = new HeldAddresses(Map.of(), Map.of(), Map.of(), Map.of(), null);

    public HeldAddresses {
        machines = Map.copyOf(machines);
        tailnet = Map.copyOf(tailnet);
        overlayHosts = Map.copyOf(overlayHosts);
        guests = Map.copyOf(guests);
    }

    /// @param standing every node that stands, or may stand
    public static HeldAddresses of(Collection<? extends Node> standing) {
        return standing.isEmpty() ? NONE : new Reading().of(standing);
    }

    Optional<Ipv4> overlayHost(String host) {
        return Optional.ofNullable(overlayHosts.get(host));
    }

    Optional<Ipv4> guest(String name) {
        return Optional.ofNullable(guests.get(name));
    }

    Optional<Ipv4> inTailnet(String name) {
        return Optional.ofNullable(tailnet.get(name));
    }

    private static final class Reading {
        private final Map<String, Ipv4> machines = new HashMap<>();
        private final Map<String, Ipv4> tailnet = new HashMap<>();
        private final Map<String, Ipv4> overlayHosts = new HashMap<>();
        private final Map<String, Ipv4> guests = new HashMap<>();

        HeldAddresses of(Collection<? extends Node> standing) {
            standing.forEach(this::read);
            var ingress = standing.stream()
                    .filter(OciResource.PrivateIp.class::isInstance)
                    .map(ip -> ((OciResource.PrivateIp) ip).address())
                    .findFirst()
                    .orElse(null);
            return new HeldAddresses(machines, tailnet, overlayHosts, guests, ingress);
        }

        private void read(Node node) {
            if (node instanceof OciResource.Instance machine) {
                machines.put(machine.name(), machine.vnic().address());
            } else if (node instanceof OciResource.TailnetMembership membership) {
                tailnet.put(membership.name(), membership.address());
            } else if (node instanceof ProxmoxResource.OverlayNetwork overlay) {
                // its hosts come in the order of their firewalls
                int hosts = Math.min(overlay.hosts().size(), overlay.firewalls().size());
                for (int at = 0; at < hosts; at++) {
                    overlayHosts.put(
                            overlay.firewalls().get(at).id().name(),
                            overlay.hosts().get(at));
                }
            } else if (node instanceof ProxmoxResource.TailscaleContainer container) {
                guests.put(container.name(), container.address());
                tailnet.put(container.name(), container.tailnetAddress());
            } else if (node instanceof TalosResource.VirtualMachine machine) {
                guests.put(machine.name(), machine.place().address());
            }
        }
    }
}
