package dev.freehold.domain.resource;

import dev.freehold.domain.mark.InPlace;
import dev.freehold.domain.mark.OcidType;
import dev.freehold.domain.mark.Takes;
import dev.freehold.domain.mark.TofuType;
import dev.freehold.domain.mark.Unwrapped;
import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.output.OciOutputs;
import dev.freehold.domain.output.OnOracle;
import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.quantity.Mbps;
import dev.freehold.domain.quantity.Ocpus;
import dev.freehold.domain.spec.NodeSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The network and the machines on Oracle Cloud, and each machine's place in the tailnet.
public sealed interface OciResource extends Resource {

    @Override
    default Layer layer() {
        return Layer.OCI;
    }

    @Override
    default SystemName system() {
        return SystemName.OCI;
    }

    /// A thing of which nothing but its OCID is ever needed.
    sealed interface Plain extends OciResource, Produces<OnOracle.Identified> {}

    @Takes(seconds = 15)
    @TofuType("oci_core_vcn")
    record Vcn(String name, String region, Cidr cidr, Ref<SetupResource.Compartment> compartment)
            implements Plain, Counted {}

    @Takes(seconds = 10)
    @TofuType("oci_core_internet_gateway")
    record InternetGateway(String name, Ref<Vcn> vcn) implements Plain {}

    /// The routes of a subnet.
    ///
    /// @param destination what is routed to the gateway
    @Takes(seconds = 10)
    @TofuType("oci_core_route_table")
    record RouteTable(
            String name,
            @InPlace Cidr destination,
            Ref<Vcn> vcn,
            @InPlace Ref<InternetGateway> gateway) implements Plain {}

    /// What may come in or go out, as OCI's security rules have it.
    ///
    /// @param protocol `all` or an IANA protocol number: 1 ICMP, 6 TCP, 17 UDP
    /// @param peer the other end; absent: the members of the group that the rule belongs to
    /// @param from the first port of the destination range; 0 for a protocol without ports
    /// @param to the last port; 0 likewise
    record SecurityRule(
            Direction direction, String protocol, @Nullable Cidr peer, int from, int to, String description) {
        public enum Direction {
            INGRESS,
            EGRESS
        }
    }

    @Takes(seconds = 10)
    @TofuType("oci_core_security_list")
    record SecurityList(String name, @InPlace List<SecurityRule> rules, Ref<Vcn> vcn) implements Plain {
        public SecurityList {
            rules = List.copyOf(rules);
        }
    }

    @Takes(seconds = 10)
    @TofuType("oci_core_network_security_group")
    record NetworkSecurityGroup(String name, @InPlace List<SecurityRule> rules, Ref<Vcn> vcn) implements Plain {
        public NetworkSecurityGroup {
            rules = List.copyOf(rules);
        }
    }

    @Takes(seconds = 15)
    @TofuType("oci_core_subnet")
    record Subnet(
            String name,
            Cidr cidr,
            Ref<Vcn> vcn,
            @InPlace Ref<RouteTable> routes,
            @InPlace Ref<SecurityList> security) implements Plain {}

    @Takes(seconds = 5)
    @OcidType("publicip")
    @TofuType("oci_core_public_ip")
    record ReservedPublicIp(String name, String region, Ref<SetupResource.Compartment> compartment)
            implements OciResource, Counted, Produces<OciOutputs.Address> {}

    /// What holds a private address: an instance its primary one, or a secondary one by itself.
    sealed interface Addressed extends OciResource {}

    /// What a machine is there for.
    enum Purpose {
        /// It carries Proxmox.
        HOST,
        /// The others are reached through it.
        BASTION,
        /// What the spec's owner does with it.
        OTHER
    }

    /// A machine with its boot volume and primary network card. What its first boot was told (SSH key,
    /// partitions) can't be told again, and a boot volume can grow but its partitions then stay, so a change
    /// of these replaces it.
    ///
    /// @param guards the quota policy and the budget's alert: in force before anything that could cost
    @Takes(seconds = 120)
    @TofuType("oci_core_instance")
    record Instance(
            String name,
            @InPlace Purpose purpose,
            Size size,
            Vnic vnic,
            Boot boot,
            @InPlace List<Ref<NetworkSecurityGroup>> securityGroups,
            Ref<SetupResource.SshKeyPair> sshKey,
            @InPlace List<Ref<? extends SetupResource>> guards,
            @InPlace Ref<SetupResource.TailnetCredential> tailnet)
            implements Addressed, Counted, Produces<OciOutputs.Machine> {
        public Instance {
            securityGroups = List.copyOf(securityGroups);
            guards = List.copyOf(guards);
        }

        /// The same with another size.
        public Instance resized(Ocpus otherOcpus, Gigabytes otherMemory) {
            return new Instance(
                    name,
                    purpose,
                    new Size(size.shape(), otherOcpus, otherMemory, size.bootVolume(), size.dataPartition()),
                    vnic,
                    boot,
                    securityGroups,
                    sshKey,
                    guards,
                    tailnet);
        }

        @Override
        public List<Claim> claims() {
            var inSubnet = Claim.privateAddress(vnic.address());
            var label = Claim.dnsLabel(name);
            return vnic.publicIp() == NodeSpec.PublicIp.EPHEMERAL
                    ? List.of(inSubnet, label, Claim.publicSide(id()))
                    : List.of(inSubnet, label);
        }

        /// How large the machine is.
        ///
        /// @param dataPartition what the first boot keeps out of the root file system, which can't shrink
        /// later:
        ///     for Ceph's OSD or the thin pool; zero on anything but a host
        @Unwrapped
        public record Size(
                NodeSpec.Shape shape,
                @InPlace Ocpus ocpus,
                @InPlace Gigabytes memory,
                Gigabytes bootVolume,
                Gigabytes dataPartition) {}

        /// Its primary network card.
        @Unwrapped
        public record Vnic(Ipv4 address, @InPlace NodeSpec.PublicIp publicIp, Ref<Subnet> subnet) {}

        /// What it boots.
        ///
        /// @param bootableBy what must have been done to the image before a launch
        @Unwrapped
        public record Boot(
                Ref<? extends ImageResource.Launchable> image,
                @InPlace List<Ref<? extends ImageResource>> bootableBy) {
            public Boot {
                bootableBy = List.copyOf(bootableBy);
            }
        }
    }

    /// A secondary private address on an instance's network card.
    @Takes(seconds = 10)
    @TofuType("oci_core_private_ip")
    record PrivateIp(String name, Ipv4 address, Ref<Instance> instance)
            implements Addressed, Produces<OciOutputs.Address> {
        @Override
        public List<Claim> claims() {
            return List.of(Claim.privateAddress(address));
        }
    }

    /// A reserved public address mapped to a private one: an instance's primary or a secondary.
    @Takes(seconds = 15)
    record PublicIpAssignment(String name, Ref<ReservedPublicIp> publicIp, Ref<? extends Addressed> privateAddress)
            implements OciResource, Produces<OciOutputs.Mapping> {
        @Override
        public List<Claim> claims() {
            return List.of(Claim.reservedAddress(publicIp.id()), Claim.publicSide(privateAddress.id()));
        }
    }

    /// A machine joined to the tailnet under its fixed address. Its auth key is minted once the machine runs
    /// and is pushed over SSH: hunting for room can last days and a key lives an hour.
    ///
    /// @param publicIp the reserved public address that the machine is reached at; none where it has an
    ///     ephemeral one or is reached otherwise
    /// @param via the bastion through which the machine is reached; none where it is reached directly
    @Takes(seconds = 70)
    record TailnetMembership(
            String name,
            @InPlace Ipv4 address,
            Ref<Instance> instance,
            @InPlace List<Ref<PublicIpAssignment>> publicIp,
            @InPlace List<Ref<TailnetMembership>> via,
            @InPlace Ref<SetupResource.TailnetCredential> credential)
            implements OciResource, Produces<OciOutputs.TailnetDevice> {
        public TailnetMembership {
            publicIp = List.copyOf(publicIp);
            via = List.copyOf(via);
        }

        @Override
        public List<Claim> claims() {
            return List.of(Claim.tailnetAddress(address), Claim.tailnetName(name));
        }

        /// The same at another address.
        public TailnetMembership at(Ipv4 other) {
            return new TailnetMembership(name, other, instance, publicIp, via, credential);
        }

        @Override
        public SystemName system() {
            return SystemName.TAILNET;
        }
    }

    /// OCI's flexible load balancer, in front of the ingress.
    @Takes(seconds = 120)
    @TofuType("oci_load_balancer_load_balancer")
    record LoadBalancer(
            String name,
            @InPlace Mbps min,
            @InPlace Mbps max,
            Ref<Subnet> subnet,
            @InPlace List<Ref<NetworkSecurityGroup>> securityGroups,
            @InPlace List<Ref<PrivateIp>> backends,
            @InPlace List<Ref<? extends SetupResource>> guards)
            implements Plain, Counted {
        public LoadBalancer {
            securityGroups = List.copyOf(securityGroups);
            backends = List.copyOf(backends);
            guards = List.copyOf(guards);
        }
    }
}
