package dev.freehold.domain.blueprint;

import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.resource.OciResource.SecurityRule;
import dev.freehold.domain.resource.OciResource.SecurityRule.Direction;
import dev.freehold.domain.spec.NodeSpec;
import dev.freehold.domain.spec.Spec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who may reach what on OCI's side of the machines. Groups add to the subnet's list; there are no denying
/// rules, so what nobody lets in stays out.
final class SecurityRules {
    private static final String ICMP = "1";
    private static final String TCP = "6";
    private static final String UDP = "17";

    private SecurityRules() {}

    /// For every machine: out to everywhere, Tailscale's direct connections, and ICMP, without which paths
    /// with a smaller MTU swallow packets.
    static List<SecurityRule> subnet() {
        return List.of(
                new SecurityRule(Direction.EGRESS, "all", Cidr.ANYWHERE, 0, 0, "out to everywhere"),
                in(ICMP, Cidr.ANYWHERE, 0, 0, "ICMP"),
                in(UDP, Cidr.ANYWHERE, 41641, 41641, "Tailscale"));
    }

    /// For the hosts: the cluster's own traffic among themselves, and SSH for who administers them.
    static List<SecurityRule> hosts(Spec spec) {
        var rules = new ArrayList<SecurityRule>();
        rules.addAll(ssh(spec));
        rules.add(among(TCP, 22, 22, "SSH: joining and migration"));
        rules.add(among(TCP, 8006, 8006, "Proxmox VE API"));
        rules.add(among(UDP, 5405, 5412, "corosync"));
        rules.add(among(TCP, 60000, 60050, "migration"));
        rules.add(among(UDP, 4789, 4789, "VXLAN"));
        rules.add(among(TCP, 179, 179, "BGP of the EVPN zone"));
        if (spec.ceph() != null) {
            rules.add(among(TCP, 3300, 3300, "Ceph monitors"));
            rules.add(among(TCP, 6789, 6789, "Ceph monitors, old protocol"));
            rules.add(among(TCP, 6800, 7568, "Ceph daemons"));
        }
        return rules;
    }

    /// For the bastion: SSH from outside, and QNetd for the hosts that it is the third vote of.
    static List<SecurityRule> bastion(Spec spec) {
        var rules = new ArrayList<SecurityRule>(sshFromOutside(spec));
        if (hasQDevice(spec)) {
            for (var host : spec.hosts()) {
                rules.add(in(TCP, Cidr.of(host.address()), 5403, 5403, "QNetd for " + host.name()));
            }
        }
        return rules;
    }

    /// For machines without a part in the platform.
    static List<SecurityRule> machines(Spec spec) {
        return ssh(spec);
    }

    /// For the host that carries the ingress address; its own firewall lets these in at that address alone.
    static List<SecurityRule> web() {
        return List.of(in(TCP, Cidr.ANYWHERE, 80, 80, "HTTP"), in(TCP, Cidr.ANYWHERE, 443, 443, "HTTPS"));
    }

    static boolean hasQDevice(Spec spec) {
        return spec.hosts().size() == 2 && spec.bastion() != null;
    }

    private static List<SecurityRule> ssh(Spec spec) {
        var bastion = spec.bastion();
        return bastion == null ? sshFromOutside(spec) : List.of(sshFrom(bastion));
    }

    private static SecurityRule sshFrom(NodeSpec bastion) {
        return in(TCP, Cidr.of(bastion.address()), 22, 22, "SSH through the bastion");
    }

    private static List<SecurityRule> sshFromOutside(Spec spec) {
        return spec.network().sshFrom().stream()
                .map(from -> in(TCP, from, 22, 22, "SSH"))
                .toList();
    }

    private static SecurityRule in(String protocol, Cidr from, int first, int last, String description) {
        return ingress(protocol, from, first, last, description);
    }

    private static SecurityRule among(String protocol, int first, int last, String description) {
        return ingress(protocol, null, first, last, description);
    }

    private static SecurityRule ingress(String protocol, @Nullable Cidr from, int first, int last, String description) {
        return new SecurityRule(Direction.INGRESS, protocol, from, first, last, description);
    }
}
