package dev.freehold.adapters.sim.world;

import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.resource.ProxmoxResource;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.ports.driver.Busy;
import dev.freehold.ports.driver.Refused;
import java.util.Optional;

/// What Proxmox VE and Ceph refuse beyond what holds for every kind.
final class ProxmoxRules {
    private final SimWorld world;
    private final Unshared unshared;

    ProxmoxRules(SimWorld world) {
        this.world = world;
        this.unshared = new Unshared(world);
    }

    /// @throws Busy without quorum: /etc/pve can't be written then
    Optional<Refused> objection(ProxmoxResource wanted, Optional<Resource> before) {
        if (needsQuorum(wanted)) {
            requireQuorum();
        }
        return switch (wanted) {
            case ProxmoxResource.Cluster cluster ->
                second(cluster).or(() -> up(cluster.first().id()));
            case ProxmoxResource.ClusterMember member -> joining(member, before);
            case ProxmoxResource.QDevice device -> evenMembers(device, before);
            case ProxmoxResource.HostFirewall firewall -> up(firewall.host().id());
            case ProxmoxResource.CephMonitor monitor -> member(monitor.host().id());
            case ProxmoxResource.CephOsd osd ->
                monitorMajority().or(() -> member(osd.host().id()));
            case ProxmoxResource.CephManager manager ->
                monitorMajority().or(() -> member(manager.host().id()));
            case ProxmoxResource.CephPool pool -> monitorMajority().or(() -> replicas(pool));
            case ProxmoxResource.RbdStorage _ -> monitorMajority();
            case ProxmoxResource.ThinStorage thin -> member(thin.host().id());
            case ProxmoxResource.TailscaleContainer container ->
                member(container.host().id()).or(() -> unshared(container));
            case ProxmoxResource.OverlayNetwork overlay -> unshared(overlay);
            case ProxmoxResource.ContainerTemplate template ->
                content("vztmpl", template.storage().id())
                        .or(() -> member(template.host().id()));
            case ProxmoxResource.PostInstall _,
                    ProxmoxResource.StorageContent _,
                    ProxmoxResource.CephCluster _,
                    ProxmoxResource.IngressNat _,
                    ProxmoxResource.ApiToken _ -> Optional.empty();
        };
    }

    /// @throws Busy without quorum, as above
    Optional<Refused> objectionToRemoving(ProxmoxResource gone) {
        if (needsQuorum(gone)) {
            requireQuorum();
        }
        return Optional.empty();
    }

    /// What is done on one host by itself needs no cluster.
    private static boolean needsQuorum(ProxmoxResource resource) {
        return !(resource instanceof ProxmoxResource.PostInstall
                || resource instanceof ProxmoxResource.HostFirewall
                || resource instanceof ProxmoxResource.Cluster);
    }

    private void requireQuorum() {
        var cluster = ClusterFacts.of(world);
        if (!cluster.isQuorate()) {
            throw new Busy("500 cluster not ready - no quorum? " + cluster.words(), null);
        }
    }

    private Optional<Refused> second(ProxmoxResource.Cluster wanted) {
        for (var there : world.all(ProxmoxResource.Cluster.class)) {
            if (!there.name().equals(wanted.name())) {
                return refused("500", "cluster config '/etc/pve/corosync.conf' already exists: " + there.id());
            }
        }
        return Optional.empty();
    }

    private Optional<Refused> joining(ProxmoxResource.ClusterMember member, Optional<Resource> before) {
        if (before.isPresent()) {
            return Optional.empty();
        }
        if (!world.standing(ProxmoxResource.QDevice.class).isEmpty()) {
            return refused("500", "a QDevice is set up: remove it before adding or deleting nodes");
        }
        if (ClusterFacts.of(world).members().contains(member.host().id())) {
            return refused("500", "corosync.conf exists: " + member.host() + " is in the cluster already");
        }
        return up(member.host().id());
    }

    /// With an odd number of members a QDevice would make one loss worse, so `pvecm` wants `--force`.
    private Optional<Refused> evenMembers(ProxmoxResource.QDevice device, Optional<Resource> before) {
        int members = ClusterFacts.of(world).members().size();
        return before.isEmpty() && members % 2 != 0
                ? refused(
                        "500",
                        "Clusters with an odd node count are not officially supported: " + device.id() + " and "
                                + members + " nodes")
                : Optional.empty();
    }

    private Optional<Refused> monitorMajority() {
        var ceph = CephFacts.of(world);
        if (!ceph.answers()) {
            throw new Busy("500 got timeout: " + ceph.words(), null);
        }
        return Optional.empty();
    }

    private Optional<Refused> replicas(ProxmoxResource.CephPool pool) {
        return pool.minSize() > pool.size()
                ? refused("400", "min_size " + pool.minSize() + " is above size " + pool.size())
                : Optional.empty();
    }

    Optional<Refused> content(String needed, ResourceId storage) {
        return world.find(storage, ProxmoxResource.StorageContent.class)
                .filter(local -> !local.content().contains(needed))
                .flatMap(local -> refused(
                        "400", "storage '" + local.name() + "' is not configured for content-type '" + needed + "'"));
    }

    private Optional<Refused> unshared(ProxmoxResource.TailscaleContainer wanted) {
        return onVmNetwork(wanted.address(), wanted.id())
                .or(() -> OciRules.inTailnet(unshared, wanted.tailnetAddress(), wanted.name(), wanted.id()));
    }

    private Optional<Refused> unshared(ProxmoxResource.OverlayNetwork wanted) {
        for (var host : wanted.hosts()) {
            var refused = onVmNetwork(host, wanted.id());
            if (refused.isPresent()) {
                return refused;
            }
        }
        return Optional.empty();
    }

    Optional<Refused> onVmNetwork(Ipv4 address, ResourceId self) {
        return unshared.onVmNetwork(address, self)
                .flatMap(holder -> refused("400", "IP address " + address + " is in use by " + holder));
    }

    private Optional<Refused> member(ResourceId host) {
        return ClusterFacts.of(world).members().contains(host)
                ? up(host)
                : refused("500", host + " is in no cluster: no such cluster node '" + host.name() + "'");
    }

    private Optional<Refused> up(ResourceId host) {
        return ClusterFacts.isUp(world, host) ? Optional.empty() : refused("595", "No route to host " + host.name());
    }

    private static Optional<Refused> refused(String code, String words) {
        return Optional.of(new Refused(code, words + "."));
    }
}
