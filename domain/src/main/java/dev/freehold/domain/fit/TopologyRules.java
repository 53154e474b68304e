package dev.freehold.domain.fit;

import dev.freehold.domain.address.AddressPlan;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.spec.CephSpec;
import dev.freehold.domain.spec.Spec;
import java.util.ArrayList;
import java.util.List;

/// Cluster sizes that hold: votes, copies, members, addresses.
final class TopologyRules {
    private TopologyRules() {}

    static List<FitViolation> misfits(Spec spec) {
        var misfits = new ArrayList<FitViolation>();
        int hosts = spec.hosts().size();
        if (hosts == 0) {
            misfits.add(topology(
                    Layer.PROXMOX, "The platform has no host. Add an A1 node without a role to nodes.", 0, 1, "nodes"));
        }
        if (hosts == 2 && spec.bastion() == null) {
            misfits.add(topology(
                    Layer.PROXMOX,
                    "Two hosts have two votes: with one lost, the other has no majority and stops. Add a bastion"
                            + " (role: bastion), which gives the third vote, or a third host.",
                    2,
                    3,
                    "nodes"));
        }
        var ceph = spec.ceph();
        if (ceph != null) {
            misfits.addAll(copies(ceph, hosts));
        }
        misfits.addAll(controlPlanes(spec));
        misfits.addAll(addresses(spec));
        return misfits;
    }

    private static List<FitViolation> copies(CephSpec ceph, int hosts) {
        var misfits = new ArrayList<FitViolation>();
        if (ceph.size() < 1) {
            misfits.add(topology(
                    Layer.PROXMOX, "Ceph keeps at least one copy. Raise ceph.size.", ceph.size(), 1, "ceph.size"));
        }
        if (hosts > 0 && ceph.size() > hosts) {
            misfits.add(topology(
                    Layer.PROXMOX,
                    "Ceph would keep " + ceph.size() + " copies, each on a host of its own, on " + hosts
                            + (hosts == 1 ? " host" : " hosts")
                            + ". Lower ceph.size, add hosts, or use local storage (ceph: null).",
                    ceph.size(),
                    hosts,
                    "ceph.size"));
        }
        if (ceph.minSize() < 1 || ceph.minSize() > ceph.size()) {
            misfits.add(topology(
                    Layer.PROXMOX,
                    "Ceph goes on writing with ceph.min-size copies, from 1 to ceph.size (" + ceph.size() + "), not "
                            + ceph.minSize() + ".",
                    ceph.minSize(),
                    ceph.size(),
                    "ceph.min-size"));
        }
        return misfits;
    }

    private static List<FitViolation> controlPlanes(Spec spec) {
        int count = spec.cluster().kubernetes().controlPlanes().count();
        if (count == 1 || count == 3 || count == 5) {
            return List.of();
        }
        var why = count < 1
                ? "A cluster needs a control plane."
                : count > 5
                        ? "More than five control planes slow etcd down and add nothing."
                        : "With " + count + " control planes etcd survives no more losses than with " + (count - 1)
                                + ", and has one more to lose.";
        return List.of(topology(
                Layer.TALOS,
                why + " Set kubernetes.control-planes.count to 1, 3 or 5.",
                count,
                Math.clamp(count - 1, 1, 5),
                "kubernetes.control-planes.count"));
    }

    private static List<FitViolation> addresses(Spec spec) {
        var homeless = AddressPlan.of(spec).homeless();
        if (homeless.isEmpty()) {
            return List.of();
        }
        long size = spec.network().vms().size();
        var message = spec.network().vms() + " has no address left for " + homeless.getFirst()
                + (homeless.size() == 1 ? "" : " and " + (homeless.size() - 1) + " more")
                + ": every VM needs one, every host two. Make network.vms larger.";
        return List.of(topology(Layer.PROXMOX, message, size - 2 + homeless.size(), size - 2, "network.vms"));
    }

    private static FitViolation topology(Layer layer, String message, long value, long limit, String path) {
        return FitViolation.of(layer, FitRule.TOPOLOGY, message, value, limit, path);
    }
}
