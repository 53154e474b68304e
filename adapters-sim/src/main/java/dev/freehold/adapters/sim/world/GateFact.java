package dev.freehold.adapters.sim.world;

import dev.freehold.domain.resource.Gate;
import dev.freehold.domain.resource.ResourceId;
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
            case Gate.LiveMigration _ -> migration(world);
            case Gate.CiliumReady _, Gate.NodesReady _, Gate.AppReady _ -> {
                var kubernetes = KubernetesFacts.of(world);
                yield new GateFact(kubernetes.isReady(), kubernetes.words());
            }
        };
    }

    private static GateFact migration(SimWorld world) {
        var cluster = ClusterFacts.of(world);
        if (!cluster.isQuorate()) {
            return new GateFact(false, cluster.words());
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
