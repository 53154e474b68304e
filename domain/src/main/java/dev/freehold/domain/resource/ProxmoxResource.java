package dev.freehold.domain.resource;

import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.quantity.Gigabytes;
import java.util.List;

/// The Proxmox VE cluster on the hosts: its members, storage, networks and guests that belong to the platform
/// itself.
public sealed interface ProxmoxResource extends Resource {

    @Override
    default Phase phase() {
        return Phase.PROXMOX;
    }

    @Override
    default SystemName system() {
        return SystemName.PROXMOX;
    }

    /// Storage that VM disks can live on.
    sealed interface VmStorage extends ProxmoxResource {}

    /// A host made ready: its own identity, swap, time, package sources, the OSD or thin partition.
    record PostInstall(String name, Ipv4 address, Ref<OciResource.TailnetMembership> tailnet)
            implements ProxmoxResource {}

    /// Corosync, Ceph, the API and VXLAN only among hosts; VMs kept off the hosts, the tailnet and OCI's
    /// metadata.
    record HostFirewall(
            String name,
            @InPlace List<Ipv4> hosts,
            @InPlace Cidr vms,
            @InPlace Cidr tailnet,
            Ref<PostInstall> host) implements ProxmoxResource {
        public HostFirewall {
            hosts = List.copyOf(hosts);
        }
    }

    /// The cluster, created on its first host.
    record Cluster(String name, Ref<PostInstall> first) implements ProxmoxResource {}

    /// A further host joined to the cluster.
    ///
    /// @param after those who join before it: Proxmox takes one new member at a time
    record ClusterMember(
            String name,
            Ref<Cluster> cluster,
            Ref<PostInstall> host,
            @InPlace List<Ref<ClusterMember>> after) implements ProxmoxResource {
        public ClusterMember {
            after = List.copyOf(after);
        }
    }

    /// A third vote for two hosts, on the bastion.
    record QDevice(
            String name,
            Ref<Cluster> cluster,
            @InPlace List<Ref<ClusterMember>> members,
            Ref<OciResource.TailnetMembership> bastion)
            implements ProxmoxResource {
        public QDevice {
            members = List.copyOf(members);
        }
    }

    /// What each host's directory storage `local` may hold.
    record StorageContent(
            String name,
            @InPlace List<String> content,
            @InPlace Ref<Gate.Quorum> quorum) implements ProxmoxResource {
        public StorageContent {
            content = List.copyOf(content);
        }
    }

    /// The network that VMs live on: an SDN EVPN zone over the private addresses, with an anycast gateway on
    /// each host and NAT at its exits.
    ///
    /// @param gateway the same address on every host
    /// @param mtu the hosts' MTU less VXLAN's 50 bytes
    record OverlayNetwork(
            String name,
            Cidr cidr,
            Ipv4 gateway,
            @InPlace int mtu,
            @InPlace List<Ref<HostFirewall>> hosts,
            @InPlace Ref<Gate.Quorum> quorum)
            implements ProxmoxResource {
        public OverlayNetwork {
            hosts = List.copyOf(hosts);
        }
    }

    /// Ceph initialised on the cluster.
    record CephCluster(
            String name,
            Cidr network,
            int size,
            int minSize,
            @InPlace Ref<Gate.Quorum> quorum) implements ProxmoxResource {}

    record CephMonitor(String name, Ref<CephCluster> ceph, Ref<PostInstall> host) implements ProxmoxResource {}

    record CephManager(String name, Ref<CephMonitor> monitor) implements ProxmoxResource {}

    /// An OSD on a partition of the host's boot volume.
    record CephOsd(String name, Gigabytes size, Ref<CephMonitor> monitor) implements ProxmoxResource {}

    record CephPool(
            String name,
            @InPlace int size,
            @InPlace int minSize,
            @InPlace int placementGroups,
            List<Ref<CephOsd>> osds) implements ProxmoxResource {
        public CephPool {
            osds = List.copyOf(osds);
        }
    }

    /// The pool as a storage of Proxmox.
    record RbdStorage(
            String name, Ref<CephPool> pool, @InPlace Ref<Gate.CephHealthy> health) implements VmStorage {}

    /// A thin pool on each host's boot volume, for clusters without Ceph.
    record ThinStorage(
            String name,
            Gigabytes size,
            List<Ref<PostInstall>> hosts,
            @InPlace Ref<Gate.Quorum> quorum) implements VmStorage {
        public ThinStorage {
            hosts = List.copyOf(hosts);
        }
    }

    record ContainerTemplate(String name, String template, Ref<PostInstall> host, Ref<StorageContent> storage)
            implements ProxmoxResource {}

    /// A container on each host that carries the VM network into the tailnet.
    record TailscaleContainer(
            String name,
            Ipv4 address,
            Ref<ContainerTemplate> template,
            Ref<OverlayNetwork> overlay,
            @InPlace Ref<SetupResource.TailnetCredential> credential)
            implements ProxmoxResource {}

    /// The ingress host's mapping of ports 80 and 443 of the ingress address to the cluster's NodePort.
    record IngressNat(
            String name, @InPlace int nodePort, Ref<OverlayNetwork> overlay, Ref<OciResource.PrivateIp> address)
            implements ProxmoxResource {}

    /// The token with which the next layer calls the API; its secret is in the vault.
    record ApiToken(
            String name,
            String user,
            Ref<Cluster> cluster,
            @InPlace Ref<Gate.Quorum> quorum) implements ProxmoxResource {}
}
