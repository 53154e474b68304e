package dev.freehold.domain.resource;

import dev.freehold.domain.mark.InPlace;
import dev.freehold.domain.mark.Takes;
import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.output.ProxmoxOutputs;
import dev.freehold.domain.quantity.Gigabytes;
import java.util.List;
import java.util.stream.Stream;

/// The Proxmox VE cluster on the hosts: its members, storage, networks and guests that belong to the platform
/// itself.
public sealed interface ProxmoxResource extends Resource {

    @Override
    default Layer layer() {
        return Layer.PROXMOX;
    }

    @Override
    default SystemName system() {
        return SystemName.PROXMOX;
    }

    /// Storage that VM disks can live on.
    sealed interface VmStorage extends ProxmoxResource, Produces<Outputs.None> {}

    /// A host made ready: its own identity, swap, time, package sources, the OSD or thin partition.
    @Takes(seconds = 180)
    record PostInstall(
            String name,
            Ipv4 address,
            Ref<OciResource.Instance> instance,
            @InPlace Ref<OciResource.TailnetMembership> tailnet)
            implements ProxmoxResource, Produces<ProxmoxOutputs.ReadyHost> {}

    /// Corosync, Ceph, the API and VXLAN only among hosts; VMs kept off the hosts, the tailnet and OCI's
    /// metadata.
    ///
    /// @param ingress the addresses at which 80 and 443 are let in
    @Takes(seconds = 15)
    record HostFirewall(
            String name,
            @InPlace List<Ipv4> hosts,
            @InPlace Cidr vms,
            @InPlace Cidr tailnet,
            @InPlace List<Ipv4> ingress,
            Ref<PostInstall> host)
            implements ProxmoxResource, Produces<Outputs.None> {
        public HostFirewall {
            hosts = List.copyOf(hosts);
            ingress = List.copyOf(ingress);
        }
    }

    /// The cluster, created on its first host; it does not outlive that host.
    @Takes(seconds = 45)
    record Cluster(
            String name, Ref<PostInstall> first, @InPlace Ref<HostFirewall> firewall)
            implements ProxmoxResource, Produces<ProxmoxOutputs.ClusterApi> {}

    /// A further host joined to the cluster.
    ///
    /// @param after who joins just before it: Proxmox takes one new member at a time
    @Takes(seconds = 60)
    record ClusterMember(
            String name,
            Ref<Cluster> cluster,
            Ref<PostInstall> host,
            @InPlace Ref<HostFirewall> firewall,
            @InPlace List<Ref<ClusterMember>> after)
            implements ProxmoxResource, Produces<Outputs.None> {
        public ClusterMember {
            after = List.copyOf(after);
        }
    }

    /// A third vote for two hosts, on the bastion. It has to go before members come or go, and is set up anew
    /// after.
    @Takes(seconds = 60)
    record QDevice(
            String name,
            Ref<Cluster> cluster,
            List<Ref<ClusterMember>> members,
            Ref<OciResource.Instance> bastion,
            @InPlace Ref<OciResource.TailnetMembership> tailnet)
            implements ProxmoxResource, Produces<Outputs.None> {
        public QDevice {
            members = List.copyOf(members);
        }
    }

    /// What each host's directory storage `local` may hold; one setting for the whole cluster.
    @Takes(seconds = 10)
    record StorageContent(
            String name,
            @InPlace List<String> content,
            Ref<Cluster> cluster,
            @InPlace Ref<Gate.Quorum> quorum) implements ProxmoxResource, Produces<Outputs.None> {
        public StorageContent {
            content = List.copyOf(content);
        }
    }

    /// The network that VMs live on: an SDN EVPN zone over the private addresses, with an anycast gateway on
    /// each host and NAT at its exits.
    ///
    /// @param gateway the same address on every host
    /// @param mtu the hosts' MTU less VXLAN's 50 bytes
    /// @param hosts the hosts' own addresses on it, in the order of the firewalls
    /// @param firewalls they stand before a VM could send anything
    @Takes(seconds = 60)
    record OverlayNetwork(
            String name,
            Cidr cidr,
            Ipv4 gateway,
            @InPlace int mtu,
            @InPlace List<Ipv4> hosts,
            Ref<Cluster> cluster,
            @InPlace List<Ref<HostFirewall>> firewalls,
            @InPlace Ref<Gate.Quorum> quorum)
            implements ProxmoxResource, Produces<Outputs.None> {
        public OverlayNetwork {
            hosts = List.copyOf(hosts);
            firewalls = List.copyOf(firewalls);
        }

        @Override
        public List<Claim> claims() {
            return Stream.concat(Stream.of(gateway), hosts.stream())
                    .map(Claim::vmAddress)
                    .toList();
        }
    }

    /// Ceph initialised on the cluster.
    ///
    /// @param size how many copies pools keep unless they say otherwise
    @Takes(seconds = 30)
    record CephCluster(
            String name,
            Cidr network,
            @InPlace int size,
            @InPlace int minSize,
            Ref<Cluster> cluster,
            @InPlace Ref<Gate.Quorum> quorum)
            implements ProxmoxResource, Produces<ProxmoxOutputs.CephIdentity> {}

    @Takes(seconds = 20)
    record CephMonitor(String name, Ref<CephCluster> ceph, Ref<PostInstall> host)
            implements ProxmoxResource, Produces<Outputs.None> {}

    @Takes(seconds = 15)
    record CephManager(
            String name,
            Ref<CephCluster> ceph,
            Ref<PostInstall> host,
            @InPlace Ref<CephMonitor> monitor) implements ProxmoxResource, Produces<Outputs.None> {}

    /// An OSD on a partition of the host's boot volume.
    @Takes(seconds = 60)
    record CephOsd(
            String name,
            Gigabytes size,
            Ref<CephCluster> ceph,
            Ref<PostInstall> host,
            @InPlace Ref<CephMonitor> monitor)
            implements ProxmoxResource, Produces<Outputs.None> {}

    /// A pool outlives each of its OSDs, one at a time: Ceph heals it.
    ///
    /// @param pool what Ceph calls it
    @Takes(seconds = 30)
    record CephPool(
            String name,
            String pool,
            @InPlace int size,
            @InPlace int minSize,
            @InPlace int placementGroups,
            Ref<CephCluster> ceph,
            @InPlace List<Ref<CephOsd>> osds)
            implements ProxmoxResource, Produces<Outputs.None> {
        public CephPool {
            osds = List.copyOf(osds);
        }
    }

    /// The pool as a storage of Proxmox.
    @Takes(seconds = 10)
    record RbdStorage(
            String name, Ref<CephPool> pool, @InPlace Ref<Gate.CephHealthy> health) implements VmStorage {}

    /// A thin pool on one host's boot volume, for clusters without Ceph; lost with its host.
    @Takes(seconds = 30)
    record ThinStorage(
            String name,
            Gigabytes size,
            Ref<Cluster> cluster,
            Ref<PostInstall> host,
            @InPlace Ref<Gate.Quorum> quorum) implements VmStorage {}

    @Takes(seconds = 50)
    record ContainerTemplate(
            String name,
            String template,
            Ref<PostInstall> host,
            @InPlace Ref<StorageContent> storage) implements ProxmoxResource, Produces<Outputs.None> {}

    /// A container on each host that carries the VM network into the tailnet.
    ///
    /// @param address on the VM network
    /// @param tailnetAddress in the tailnet
    @Takes(seconds = 80)
    record TailscaleContainer(
            String name,
            Ipv4 address,
            @InPlace Ipv4 tailnetAddress,
            Ref<PostInstall> host,
            @InPlace Ref<ContainerTemplate> template,
            Ref<OverlayNetwork> overlay,
            @InPlace Ref<SetupResource.TailnetCredential> credential)
            implements ProxmoxResource, Produces<ProxmoxOutputs.Guest> {
        @Override
        public List<Claim> claims() {
            return List.of(Claim.vmAddress(address), Claim.tailnetAddress(tailnetAddress), Claim.tailnetName(name));
        }

        /// The same at another address in the tailnet.
        public TailscaleContainer inTailnetAt(Ipv4 other) {
            return new TailscaleContainer(name, address, other, host, template, overlay, credential);
        }
    }

    /// The ingress host's mapping of ports 80 and 443 of the ingress address to the cluster's NodePorts.
    ///
    /// @param target the address on the VM network that answers on the NodePorts
    @Takes(seconds = 30)
    record IngressNat(
            String name,
            @InPlace int nodePort,
            @InPlace Ipv4 target,
            @InPlace Ref<OverlayNetwork> overlay,
            Ref<PostInstall> host,
            Ref<OciResource.PrivateIp> address)
            implements ProxmoxResource, Produces<Outputs.None> {}

    /// The token with which the next layer calls the API; its secret is in the vault.
    @Takes(seconds = 10)
    record ApiToken(
            String name,
            String user,
            Ref<Cluster> cluster,
            @InPlace Ref<Gate.Quorum> quorum) implements ProxmoxResource, Produces<ProxmoxOutputs.Token> {}
}
