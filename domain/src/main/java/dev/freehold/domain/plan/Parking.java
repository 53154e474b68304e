package dev.freehold.domain.plan;

import dev.freehold.domain.address.AddressPlan;
import dev.freehold.domain.blueprint.Graph;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.resource.Claim;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.OciResource.Instance;
import dev.freehold.domain.resource.OciResource.TailnetMembership;
import dev.freehold.domain.resource.ProxmoxResource.TailscaleContainer;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where something stays for a while, so that another can have what it has. Addresses in the tailnet are taken from
/// its end, which nobody is given by us otherwise.
final class Parking {
    private final Set<Claim> taken = new HashSet<>();

    /// @param all everything that stands or is wanted: nothing of what it has is given
    Parking(Graph... all) {
        for (var graph : all) {
            graph.nodes().forEach(node -> taken.addAll(node.claims()));
        }
    }

    /// The same node with another value of the claim; absent where its kind can't give it up by itself.
    @Nullable
    Node withoutClaim(Node there, Claim claim) {
        if (claim.scope() != Claim.Scope.TAILNET_ADDRESS) {
            return null;
        }
        if (there instanceof TailnetMembership membership) {
            return membership.at(freeInTailnet());
        }
        return there instanceof TailscaleContainer container ? container.inTailnetAt(freeInTailnet()) : null;
    }

    /// The machine with the less of both in processors and memory; absent where it is no machine, where one of
    /// the two is less of both, or where it has none to run with.
    static @Nullable Node withLessOfBoth(@Nullable Node before, Node after) {
        if (!(before instanceof Instance from && after instanceof Instance to)) {
            return null;
        }
        var had = from.size();
        var wanted = to.size();
        boolean fewer = wanted.ocpus().count().compareTo(had.ocpus().count()) < 0;
        boolean less = wanted.memory().compareTo(had.memory()) < 0;
        boolean same = wanted.ocpus().equals(had.ocpus()) || wanted.memory().equals(had.memory());
        var smaller = from.resized(fewer ? wanted.ocpus() : had.ocpus(), less ? wanted.memory() : had.memory());
        return same || fewer == less || smaller.size().ocpus().count().signum() == 0 ? null : smaller;
    }

    private Ipv4 freeInTailnet() {
        for (long offset = AddressPlan.TAILNET.size() - 2; offset > 0; offset--) {
            var address = AddressPlan.TAILNET.at(offset);
            boolean kept = AddressPlan.TAILNET_KEPT.stream().anyMatch(block -> block.contains(address));
            if (!kept && taken.add(Claim.tailnetAddress(address))) {
                return address;
            }
        }
        throw new IllegalStateException("Every address of " + AddressPlan.TAILNET + " is taken.");
    }
}
