package dev.freehold.adapters.local.tailscale;

import dev.freehold.domain.resource.OciResource.TailnetMembership;
import dev.freehold.domain.resource.Outputs;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.Setting;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.host.HostShell.Machine;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How a machine that is to join is logged into: through its bastion, else at its public address.
final class LoginRoute {
    /// A membership's outputs, from which later logins through it are made.
    private static final String MACHINE = "machine";

    private static final String SSH_ADDRESS = "sshAddress";

    private final TailnetMembership wanted;
    private final Context context;
    private final String user;

    LoginRoute(TailnetMembership wanted, Context context, String user) {
        this.wanted = wanted;
        this.context = context;
        this.user = user;
    }

    Machine machine() throws RefusedCall {
        var via = wanted.via();
        var here = Machine.direct(
                identity(wanted.instance().id()),
                wanted.name(),
                user,
                said(address(), wanted.instance().id()));
        if (via.isEmpty()) {
            return here;
        }
        var bastion = via.getFirst().id();
        var known = context.outputs().apply(bastion);
        return here.through(Machine.direct(
                said(known.text(MACHINE), bastion), bastion.name(), user, said(known.text(SSH_ADDRESS), bastion)));
    }

    /// What others need to log in through this one, as far as it is known.
    Outputs and(Map<String, Setting> outputs) {
        var all = new TreeMap<>(outputs);
        context.outputsOf(wanted.instance()).text("ocid").ifPresent(ocid -> all.put(MACHINE, Setting.text(ocid)));
        address().ifPresent(address -> all.put(SSH_ADDRESS, Setting.text(address)));
        return new Outputs(all);
    }

    private String identity(ResourceId instance) throws RefusedCall {
        return said(context.outputs().apply(instance).text("ocid"), instance);
    }

    private Optional<String> address() {
        var instance = context.outputsOf(wanted.instance());
        if (!wanted.via().isEmpty()) {
            return instance.text("privateAddress");
        }
        return wanted.publicIp().isEmpty()
                ? instance.text("publicAddress")
                : context.outputsOf(wanted.publicIp().getFirst()).text("address");
    }

    private static String said(Optional<String> output, ResourceId of) throws RefusedCall {
        return output.orElseThrow(() -> new RefusedCall(
                "NoWayIn",
                "Nothing is known of an address at which " + of + " could be logged into: it has no public one, or"
                        + " its layer's state is older than this version. Deploy oci with --refresh, or give the"
                        + " machine a public address or a bastion."));
    }
}
