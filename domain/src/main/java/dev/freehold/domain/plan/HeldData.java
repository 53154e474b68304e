package dev.freehold.domain.plan;

import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.ProxmoxResource.CephOsd;
import dev.freehold.domain.resource.ProxmoxResource.CephPool;
import dev.freehold.domain.resource.ProxmoxResource.PostInstall;
import dev.freehold.domain.resource.ProxmoxResource.ThinStorage;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.TalosResource.EtcdBootstrap;
import dev.freehold.domain.resource.TalosResource.MachineConfiguration;
import dev.freehold.domain.resource.TalosResource.MachineRole;
import dev.freehold.domain.resource.TalosResource.VirtualMachine;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What of that which stands holds data that nothing else could make anew, each with what it holds. A host without
/// storage on it holds none yet.
final class HeldData {
    static final HeldData NONE = new HeldData(Map.of());

    private final Map<ResourceId, Standing> standing;
    private final Map<ResourceId, String> held = new HashMap<>();

    private HeldData(Map<ResourceId, Standing> standing) {
        this.standing = standing;
        standing.values().forEach(known -> add(known.node()));
    }

    static HeldData of(Map<ResourceId, Standing> standing) {
        return new HeldData(standing);
    }

    /// Empty where it holds none.
    Optional<String> of(ResourceId id) {
        return Optional.ofNullable(held.get(id));
    }

    private void add(Node node) {
        if (node instanceof CephOsd osd) {
            held.put(osd.id(), "a copy of VM disks");
            addHost(osd.host(), "the OSD " + osd.name() + " on its boot volume");
        } else if (node instanceof ThinStorage thin) {
            held.put(thin.id(), "VM disks");
            addHost(thin.host(), "the storage " + thin.name() + " on its boot volume");
        } else if (node instanceof CephPool pool) {
            held.put(pool.id(), "every VM disk");
        } else if (node instanceof EtcdBootstrap etcd) {
            held.put(etcd.id(), "all that lives in Kubernetes");
        } else if (node instanceof VirtualMachine machine && isControlPlane(machine)) {
            held.put(machine.id(), "a member of etcd");
        }
    }

    private void addHost(Ref<PostInstall> host, String what) {
        var known = standing.get(host.id());
        if (known != null && known.node() instanceof PostInstall ready) {
            held.put(ready.instance().id(), what);
        }
    }

    private boolean isControlPlane(VirtualMachine machine) {
        var known = standing.get(machine.boot().configuration().id());
        return known != null
                && known.node() instanceof MachineConfiguration configuration
                && configuration.role() == MachineRole.CONTROL_PLANE;
    }
}
