package dev.freehold.domain.blueprint;

import static dev.freehold.domain.blueprint.OciDrawing.known;
import static dev.freehold.domain.blueprint.SetupDrawing.add;

import dev.freehold.domain.fit.HostCapacity;
import dev.freehold.domain.resource.Gate;
import dev.freehold.domain.resource.Gate.CephHealthy;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.ProxmoxResource.CephCluster;
import dev.freehold.domain.resource.ProxmoxResource.CephManager;
import dev.freehold.domain.resource.ProxmoxResource.CephMonitor;
import dev.freehold.domain.resource.ProxmoxResource.CephOsd;
import dev.freehold.domain.resource.ProxmoxResource.CephPool;
import dev.freehold.domain.resource.ProxmoxResource.Cluster;
import dev.freehold.domain.resource.ProxmoxResource.PostInstall;
import dev.freehold.domain.resource.ProxmoxResource.RbdStorage;
import dev.freehold.domain.resource.ProxmoxResource.ThinStorage;
import dev.freehold.domain.resource.ProxmoxResource.VmStorage;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.spec.CephSpec;
import dev.freehold.domain.spec.NodeSpec;
import dev.freehold.domain.spec.Spec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where VM disks live: one Ceph pool across the hosts, or a thin pool on each.
///
/// @param all each storage once
record StorageDrawing(Map<String, Ref<? extends VmStorage>> byHost, List<Ref<? extends VmStorage>> all) {
    /// Enough for three small OSDs, and few enough for them to stay healthy.
    private static final int PLACEMENT_GROUPS = 32;

    static StorageDrawing of(
            Spec spec,
            List<NodeSpec> hosts,
            Ref<Cluster> cluster,
            Map<String, Ref<PostInstall>> installs,
            Ref<Gate.Quorum> quorum,
            List<Node> nodes) {
        var byHost = new LinkedHashMap<String, Ref<? extends VmStorage>>();
        var ceph = spec.ceph();
        if (ceph != null) {
            var shared = ceph(spec, ceph, cluster, installs, quorum, nodes);
            hosts.forEach(host -> byHost.put(host.name(), shared));
            return new StorageDrawing(byHost, List.of(shared));
        }
        for (var host : hosts) {
            var size = HostCapacity.thinPool(host.size().bootVolume());
            var install = known(installs, host.name());
            byHost.put(host.name(), add(nodes, new ThinStorage(host.name(), size, cluster, install, quorum)));
        }
        return new StorageDrawing(byHost, List.copyOf(byHost.values()));
    }

    private static Ref<RbdStorage> ceph(
            Spec spec,
            CephSpec ceph,
            Ref<Cluster> cluster,
            Map<String, Ref<PostInstall>> installs,
            Ref<Gate.Quorum> quorum,
            List<Node> nodes) {
        var subnet = spec.network().subnet();
        var whole = add(nodes, new CephCluster(spec.name(), subnet, ceph.size(), ceph.minSize(), cluster, quorum));
        var managers = new ArrayList<Ref<CephManager>>();
        var osds = new ArrayList<Ref<CephOsd>>();
        installs.forEach((name, host) -> {
            var monitor = add(nodes, new CephMonitor(name, whole, host));
            managers.add(add(nodes, new CephManager(name, whole, host, monitor)));
            osds.add(add(nodes, new CephOsd(name, ceph.osd(), whole, host, monitor)));
        });
        var pool = add(
                nodes,
                new CephPool(spec.name(), ceph.pool(), ceph.size(), ceph.minSize(), PLACEMENT_GROUPS, whole, osds));
        var healthy = add(nodes, new CephHealthy(spec.name(), pool, osds, managers));
        return add(nodes, new RbdStorage("vms", pool, healthy));
    }
}
