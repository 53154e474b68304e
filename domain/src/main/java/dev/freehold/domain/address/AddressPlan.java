package dev.freehold.domain.address;

import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.spec.NodeSpec;
import dev.freehold.domain.spec.Spec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The address of everything that a spec means, as a function of the spec and of the addresses that what stands
/// has: nothing that stays wanted is given another one because others come or go, or are written in another order.
///
/// @param hosts every machine on OCI, the bastion too, in the order of the spec
/// @param overlay the VM network
/// @param reserved what each reserved public address is for, numbered from 1
/// @param ingress the secondary private address that carries the ingress; absent where there is none
/// @param homeless the names of VMs, hosts and containers for which no address is left; they are in none of
///     the lists above
public record AddressPlan(
        List<Machine> hosts,
        Overlay overlay,
        List<Reserved> reserved,
        @Nullable Ipv4 ingress,
        Ranges ranges,
        List<String> homeless) {

    /// What Tailscale gives addresses from: the shared block of RFC 6598.
    public static final Cidr TAILNET = Cidr.parse("100.64.0.0/10");

    /// What Tailscale keeps of it for itself: its resolver and services, and Chrome OS' containers.
    public static final List<Cidr> TAILNET_KEPT = List.of(Cidr.parse("100.100.0.0/24"), Cidr.parse("100.115.92.0/23"));

    public AddressPlan {
        hosts = List.copyOf(hosts);
        reserved = List.copyOf(reserved);
        homeless = List.copyOf(homeless);
    }

    /// Lays the plan out. It never refuses: what finds no room is among the homeless.
    public static AddressPlan of(Spec spec) {
        return of(spec, HeldAddresses.NONE);
    }

    /// @param held what keeps its address as far as the spec leaves it to be chosen
    public static AddressPlan of(Spec spec, HeldAddresses held) {
        return new AddressAllocation(spec, held).plan();
    }

    /// A machine on OCI.
    public record Machine(String name, Ipv4 privateAddress, NodeSpec.PublicIp publicIp, Ipv4 tailnet) {}

    /// The VM network.
    ///
    /// @param vms the Talos VMs: control planes, then workers
    /// @param overlayHosts each Proxmox host's own address, in the order of the spec
    /// @param containers the Tailscale container of each Proxmox host, in the order of the spec
    /// @param gateway its anycast gateway, the same on every host
    public record Overlay(List<Vm> vms, List<OverlayHost> overlayHosts, List<Container> containers, Ipv4 gateway) {
        public Overlay {
            vms = List.copyOf(vms);
            overlayHosts = List.copyOf(overlayHosts);
            containers = List.copyOf(containers);
        }
    }

    /// A Talos VM and its address on the VM network.
    public record Vm(String name, Ipv4 address) {}

    /// A Proxmox host and its own address on the VM network.
    public record OverlayHost(String host, Ipv4 address) {}

    /// The Tailscale container of one host.
    ///
    /// @param address on the VM network
    /// @param tailnet in the tailnet
    public record Container(String name, String host, Ipv4 address, Ipv4 tailnet) {}

    /// A reserved public address.
    ///
    /// @param number from 1
    /// @param purpose the name of the machine that has it, or `ingress`
    public record Reserved(int number, String purpose) {}

    /// The blocks that addresses come from.
    public record Ranges(Cidr vcn, Cidr subnet, Cidr vms, Cidr pods, Cidr services, Cidr tailnet) {}
}
