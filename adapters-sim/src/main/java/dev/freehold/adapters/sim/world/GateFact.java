package dev.freehold.adapters.sim.world;

import dev.freehold.domain.resource.Gate;
import dev.freehold.domain.resource.ProxmoxResource;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.TalosResource;
import java.util.ArrayList;
import java.util.List;

/// Whether what a gate awaits is so.
///
/// @param seen what is there, in the system's words
public record GateFact(boolean holds, String seen) {

    public static GateFact of(Gate gate, SimWorld world) {
        var missing = missing(gate, world);
        if (!missing.isEmpty()) {
            return new GateFact(false, "not there: " + String.join(", ", missing));
        }
        return switch (gate) {
            case Gate.Quorum quorum -> {
                var cluster = ClusterFacts.of(world);
                yield new GateFact(cluster.isQuorate() && cluster.votes() >= quorum.votes(), cluster.words());
            }
            case Gate.CephHealthy health -> {
                var ceph = CephFacts.of(world);
                yield new GateFact(
                        ceph.isHealthy() && ceph.osdsUp() >= health.osds().size(), ceph.words());
            }
            case Gate.LiveMigration migration -> migration(migration, world);
            case Gate.CiliumReady cilium -> cilium(cilium, world);
            case Gate.NodesReady _ -> {
                var kubernetes = KubernetesApiFacts.of(world);
                yield new GateFact(kubernetes.isReady(), kubernetes.words());
            }
            case Gate.AppReady app -> {
                var facts = AppFacts.of(app.name(), world);
                yield new GateFact(facts.ready(), facts.words());
            }
        };
    }

    /// Its agents are on every node that runs, if the machines were told of that manifest.
    private static GateFact cilium(Gate.CiliumReady cilium, SimWorld world) {
        var kubernetes = KubernetesApiFacts.of(world);
        for (var machine : world.all(TalosResource.MachineConfiguration.class)) {
            if (!machine.cilium().id().equals(cilium.manifest().id())) {
                return new GateFact(
                        false, machine.name() + " applies " + machine.cilium().id());
            }
        }
        return new GateFact(kubernetes.isReady(), kubernetes.words());
    }

    private static GateFact migration(Gate.LiveMigration migration, SimWorld world) {
        var cluster = ClusterFacts.of(world);
        if (!cluster.isQuorate()) {
            return new GateFact(false, cluster.words());
        }
        var ceph = CephFacts.of(world);
        for (var storage : migration.storages()) {
            // Its disk is read and written while a VM moves.
            if (world.find(storage.id(), ProxmoxResource.RbdStorage.class).isPresent() && !ceph.serves()) {
                return new GateFact(false, storage.id() + " is not served: " + ceph.words());
            }
        }
        int up = cluster.up().size();
        return new GateFact(up >= 2, up + " hosts are up; a VM moves between two");
    }

    /// What the gate refers to and does not stand; earlier gates are no things, and are passed by now.
    private static List<String> missing(Gate gate, SimWorld world) {
        var missing = new ArrayList<String>();
        for (ResourceId base : gate.dependsOn()) {
            if (!world.stands(base) && !Rules.isGate(base)) {
                missing.add(base.text());
            }
        }
        return missing;
    }
}
