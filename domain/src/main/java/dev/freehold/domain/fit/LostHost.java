package dev.freehold.domain.fit;

import dev.freehold.domain.address.GuestName;
import dev.freehold.domain.spec.KubernetesSpec.Emulation;
import dev.freehold.domain.spec.Spec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// What losing one host costs, said to people in plain sentences.
final class LostHost {
    private final Spec spec;
    private final Placement placement;
    private final int hosts;

    private LostHost(Spec spec, Placement placement) {
        this.spec = spec;
        this.placement = placement;
        this.hosts = placement.loads().size();
    }

    static List<String> remarks(Spec spec, Placement placement) {
        if (placement.loads().isEmpty()) {
            return List.of();
        }
        var remarks = new ArrayList<>(new LostHost(spec, placement).losses());
        remarks.add("A1 instances have no hardware virtualisation: every VM is emulated, 10 to 20 times slower than"
                + " its host."
                + (spec.cluster().kubernetes().emulation() == Emulation.REFUSE
                        ? " Against live that is refused unless kubernetes.emulation is accept."
                        : ""));
        return remarks;
    }

    private List<String> losses() {
        if (hosts == 1) {
            return List.of("With one host, losing it loses the whole platform.");
        }
        var hostsByCost = new LinkedHashMap<String, List<String>>();
        for (var load : placement.loads()) {
            var host = load.capacity().name();
            hostsByCost.computeIfAbsent(cost(host), _ -> new ArrayList<>()).add(host);
        }
        var losses = new ArrayList<String>();
        hostsByCost.forEach((cost, costing) -> losses.add("Losing " + which(costing) + ": " + cost + "."));
        return losses;
    }

    private String which(List<String> costing) {
        if (costing.size() == hosts) {
            return "any one host";
        }
        return costing.size() <= 3
                ? String.join(" or ", costing)
                : "any of " + costing.size() + " hosts, such as " + costing.getFirst();
    }

    private String cost(String host) {
        return String.join("; ", List.of(votes(), storage(), kubernetes(host), vms(host)));
    }

    private String votes() {
        boolean third = hosts == 2 && spec.bastion() != null;
        int votes = hosts + (third ? 1 : 0);
        var left = (votes - 1) + " of " + votes + " votes" + (third ? ", one of them the bastion's" : "");
        return isMajority(votes - 1, votes)
                ? "Proxmox keeps its majority (" + left + ")"
                : "Proxmox stops without a majority (" + left + ")";
    }

    private String storage() {
        var ceph = spec.ceph();
        if (ceph == null) {
            return "what its VMs stored is on its boot volume alone, and gone if that is";
        }
        var copies = (ceph.size() - 1) + " of " + ceph.size() + " copies";
        if (!isMajority(hosts - 1, hosts)) {
            return "Ceph stops, its monitors have no majority; nothing stored is lost with " + copies + " left";
        }
        return ceph.size() - 1 >= ceph.minSize()
                ? "Ceph goes on writing with " + copies
                : "Ceph stops writing with " + copies + " left, fewer than ceph.min-size";
    }

    private String kubernetes(String host) {
        int all = spec.cluster().kubernetes().controlPlanes().count();
        int left = all;
        for (int number = 1; number <= all; number++) {
            if (placement
                    .hostOf(GuestName.controlPlane(number))
                    .filter(host::equals)
                    .isPresent()) {
                left--;
            }
        }
        if (left == all) {
            return "the Kubernetes API goes on";
        }
        return isMajority(left, all)
                ? "the Kubernetes API goes on with " + left + " of " + all + " control planes"
                : "the Kubernetes API is down until it is back (" + left + " of " + all + " control planes left)";
    }

    private String vms(String host) {
        return placement.vmsOn(host).isEmpty()
                ? "no VM of the cluster is on it"
                : "its VMs stay down until it is back, nothing starts them elsewhere";
    }

    private static boolean isMajority(int some, int all) {
        return 2 * some > all;
    }
}
