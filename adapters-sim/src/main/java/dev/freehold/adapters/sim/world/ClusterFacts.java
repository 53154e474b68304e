package dev.freehold.adapters.sim.world;

import dev.freehold.domain.resource.ProxmoxResource;
import dev.freehold.domain.resource.ResourceId;
import java.util.ArrayList;
import java.util.List;

/// What `pvecm status` would say: who is a member, who of them is up, and whether they hold a majority.
///
/// @param exists whether there is a cluster at all
/// @param members the hosts in it, by their post-install, the first host first
/// @param up those whose machine stands
/// @param expectedVotes one a member, and the QDevice's where there is one
/// @param votes those that are cast
public record ClusterFacts(
        boolean exists, List<ResourceId> members, List<ResourceId> up, int expectedVotes, int votes) {

    public ClusterFacts {
        members = List.copyOf(members);
        up = List.copyOf(up);
    }

    public static ClusterFacts of(SimWorld world) {
        var members = new ArrayList<ResourceId>();
        for (var cluster : world.all(ProxmoxResource.Cluster.class)) {
            members.add(cluster.first().id());
        }
        boolean exists = !members.isEmpty();
        for (var member : world.all(ProxmoxResource.ClusterMember.class)) {
            members.add(member.host().id());
        }
        var up = members.stream().filter(host -> isUp(world, host)).toList();
        int expected = members.size();
        int votes = up.size();
        for (var device : world.all(ProxmoxResource.QDevice.class)) {
            expected++;
            votes += world.stands(device.bastion().id()) ? 1 : 0;
        }
        return new ClusterFacts(exists, members, up, expected, votes);
    }

    /// Is the host of that post-install there, and reachable?
    public static boolean isUp(SimWorld world, ResourceId host) {
        return world.find(host, ProxmoxResource.PostInstall.class)
                .filter(found -> world.stands(found.instance().id()))
                .isPresent();
    }

    public boolean isQuorate() {
        return exists && votes >= expectedVotes / 2 + 1;
    }

    /// In the words of `pvecm status`.
    public String words() {
        return exists
                ? "Quorate: " + (isQuorate() ? "Yes" : "No") + ", Expected votes: " + expectedVotes + ", Total votes: "
                        + votes
                : "Corosync config '/etc/pve/corosync.conf' does not exist - is this node part of a cluster?";
    }
}
