package dev.freehold.adapters.local.tailscale;

import dev.freehold.domain.hint.NextCommand;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.output.OciOutputs.Machine;
import dev.freehold.domain.output.OciOutputs.Mapping;
import dev.freehold.domain.resource.OciResource.TailnetMembership;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.host.HostShell;
import dev.freehold.ports.skeleton.Declined;
import java.util.Optional;

/// How a machine that is to join is logged into: through its bastion, else at its public address.
final class LoginRoute {
    private final TailnetMembership wanted;
    private final Context context;
    private final String user;

    LoginRoute(TailnetMembership wanted, Context context, String user) {
        this.wanted = wanted;
        this.context = context;
        this.user = user;
    }

    HostShell.Machine machine() {
        var via = wanted.via();
        if (via.isEmpty()) {
            return direct(wanted, publicAddress(wanted));
        }
        var bastion = said(context.node(via.getFirst()), via.getFirst().id());
        var inside = context.outputsOf(wanted.instance()).map(Machine::privateAddress);
        return direct(wanted, inside).through(direct(bastion, publicAddress(bastion)));
    }

    private HostShell.Machine direct(TailnetMembership member, Optional<Ipv4> address) {
        var instance = member.instance();
        var ocid = said(context.outputsOf(instance).map(Machine::ocid), instance.id());
        return HostShell.Machine.direct(
                ocid.text(), member.name(), user, said(address, instance.id()).toString());
    }

    /// Its reserved one where it is reached by that, else its ephemeral one.
    private Optional<Ipv4> publicAddress(TailnetMembership member) {
        return member.publicIp().isEmpty()
                ? context.outputsOf(member.instance()).flatMap(there -> Optional.ofNullable(there.publicAddress()))
                : context.outputsOf(member.publicIp().getFirst()).map(Mapping::address);
    }

    private static <T> T said(Optional<T> known, ResourceId of) {
        return known.orElseThrow(() -> new Declined(
                Declined.Reason.FORBIDDEN,
                "NoWayIn",
                "Nothing is known of an address at which " + of + " could be logged into: it has no public one, or"
                        + " its layer's state is older than this version. Look again with "
                        + NextCommand.deployAfterLooking("oci")
                        + ", or give the machine a public address or a bastion."));
    }
}
