package dev.freehold.adapters.local.tailscale;

import dev.freehold.domain.journal.Token;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.output.OciOutputs.TailnetDevice;
import dev.freehold.domain.resource.OciResource.TailnetMembership;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.CreateAnswer;
import dev.freehold.ports.driver.DeleteAnswer;
import dev.freehold.ports.driver.Observed;
import dev.freehold.ports.driver.Refused;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.driver.Silent;
import dev.freehold.ports.driver.SystemFault;
import dev.freehold.ports.driver.Unforeseen;
import dev.freehold.ports.driver.UpdateAnswer;
import dev.freehold.ports.host.HostShell;
import dev.freehold.ports.skeleton.FixedSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// [TailnetMembership]: a machine joined to the tailnet, by a key that is minted when the machine runs, and
/// given its fixed address. Ours is what bears our tag and the platform's and the machine's name.
public final class TailnetMembershipDriver implements ResourceDriver<TailnetMembership> {
    /// Long enough to boot and log in, short enough to be worth nothing tomorrow.
    private static final Duration KEY_VALIDITY = Duration.ofHours(1);

    private static final Duration BETWEEN = Duration.ofSeconds(2);

    private final TailscaleAccess tailscale;
    private final HostShell shell;
    private final TailnetNames naming;
    private final String user;

    /// @param platform the spec's name: two platforms may share a tailnet
    /// @param user who logs into machines, and may become root there without a password
    public TailnetMembershipDriver(TailscaleAccess tailscale, HostShell shell, String platform, String user) {
        this.tailscale = tailscale;
        this.shell = shell;
        this.naming = new TailnetNames(platform);
        this.user = user;
    }

    private String hostname(TailnetMembership membership) {
        return naming.hostname(membership.name());
    }

    @Override
    public Optional<Observed> observe(TailnetMembership wanted, Context context) throws InterruptedException {
        try {
            return ours(tailscale.tailnet(), wanted).stream()
                    .filter(Device::authorized)
                    .findFirst()
                    .map(device -> observed(wanted, device));
        } catch (RefusedCall no) {
            throw new Unforeseen(no.answer().words());
        }
    }

    private static Observed observed(TailnetMembership wanted, Device device) {
        var actual = new TailnetMembership(
                wanted.name(),
                device.address().orElse(new Ipv4(0)),
                wanted.instance(),
                wanted.publicIp(),
                wanted.via(),
                wanted.credential());
        return Observed.of(actual, outputs(actual, device));
    }

    /// The one with the wanted address first: a machine that was reinstalled may be there twice.
    private List<Device> ours(TailnetApi tailnet, TailnetMembership wanted) throws RefusedCall, InterruptedException {
        var hostname = hostname(wanted);
        return tailnet.devices().stream()
                .filter(device ->
                        device.isTagged(TailnetApi.TAG) && device.hostname().equals(hostname))
                .sorted((one, other) -> Boolean.compare(has(other, wanted), has(one, wanted)))
                .toList();
    }

    private static boolean has(Device device, TailnetMembership wanted) {
        return device.address().equals(Optional.of(wanted.address()));
    }

    @Override
    public CreateAnswer create(TailnetMembership wanted, Token token, Context context) throws InterruptedException {
        try {
            var tailnet = tailscale.tailnet();
            var joining = new TailscaleOnMachine(shell, new LoginRoute(wanted, context, user).machine(), context);
            var device = member(tailnet, wanted, joining);
            return CreateAnswer.Created.of(wanted, settled(tailnet, device, wanted, context));
        } catch (RefusedCall no) {
            return no.answer();
        }
    }

    /// The device that the machine is, joined now unless it had been.
    private String member(TailnetApi tailnet, TailnetMembership wanted, TailscaleOnMachine joining)
            throws RefusedCall, InterruptedException {
        var already = joining.deviceId();
        if (already.isPresent()) {
            var device = tailnet.device(already.get());
            if (device.isPresent()) {
                return adopted(device.get(), wanted);
            }
        }
        // What is left of an earlier machine in its place would keep the name and the address.
        for (var stale : ours(tailnet, wanted)) {
            tailnet.remove(stale.id());
        }
        return join(tailnet, wanted, joining);
    }

    private String adopted(Device device, TailnetMembership wanted) throws RefusedCall {
        boolean isOurs = device.isTagged(TailnetApi.TAG) && device.hostname().equals(hostname(wanted));
        if (!isOurs) {
            throw new RefusedCall(
                    "Conflict",
                    wanted.name() + " is in the tailnet already, as " + device.hostname()
                            + (device.isTagged(TailnetApi.TAG) ? "" : " without " + TailnetApi.TAG)
                            + ", so this platform did not bring it there and leaves it alone. Remove that device, or"
                            + " give it the tag and the name " + hostname(wanted) + ".");
        }
        return device.id();
    }

    private String join(TailnetApi tailnet, TailnetMembership wanted, TailscaleOnMachine joining)
            throws RefusedCall, InterruptedException {
        var key = tailnet.mint(description(wanted), KEY_VALIDITY);
        boolean joined = false;
        try {
            var device = joining.join(key, hostname(wanted));
            joined = true;
            return device;
        } finally {
            if (!joined) {
                revoke(tailnet, key);
            }
        }
    }

    /// It ends within the hour by itself; until then it is better gone.
    private static void revoke(TailnetApi tailnet, AuthKey key) throws InterruptedException {
        try {
            tailnet.revoke(key);
        } catch (RefusedCall | SystemFault unheard) {
            // What went wrong before is what is to be told.
        }
    }

    private String description(TailnetMembership wanted) {
        var words = "freehold " + hostname(wanted);
        return words.substring(0, Math.min(50, words.length()));
    }

    /// Approved, and at its address. Each is asked for once; what was told may take a moment to be seen.
    private TailnetDevice settled(TailnetApi tailnet, String id, TailnetMembership wanted, Context context)
            throws RefusedCall, InterruptedException {
        boolean approved = false;
        boolean moved = false;
        while (true) {
            var found = tailnet.device(id);
            var address = found.flatMap(Device::address);
            boolean authorized = found.isPresent() && found.get().authorized();
            if (authorized && has(found.get(), wanted)) {
                return outputs(wanted, found.get());
            }
            if (found.isPresent() && !authorized && !approved) {
                tailnet.authorize(id);
                approved = true;
            } else if (authorized && address.isPresent() && !moved) {
                context.progress().report("giving it " + wanted.address());
                giveAddress(tailnet, id, wanted);
                moved = true;
            } else {
                awaitMore(wanted, context);
            }
        }
    }

    /// Tailscale says that an address is taken, and not by whom.
    private void giveAddress(TailnetApi tailnet, String id, TailnetMembership wanted)
            throws RefusedCall, InterruptedException {
        try {
            tailnet.setAddress(id, wanted.address());
        } catch (RefusedCall no) {
            for (var other : tailnet.devices()) {
                if (has(other, wanted) && !other.id().equals(id)) {
                    throw new RefusedCall(
                            no.answer().code(),
                            wanted.address() + ", which " + wanted.id() + " is to have, is held by " + whose(other)
                                    + ". Give that another address, or choose another tailnet-address in"
                                    + " freehold.yaml. (" + no.answer().words() + ")");
                }
            }
            throw no;
        }
    }

    private String whose(Device device) {
        return naming.machine(device)
                .filter(_ -> naming.isOurs(device))
                .map(machine -> machine + " of this platform")
                .orElseGet(() -> "the device " + device.hostname());
    }

    private static void awaitMore(TailnetMembership wanted, Context context) throws InterruptedException {
        if (!context.timeline().now().plus(BETWEEN).isBefore(context.deadline())) {
            throw new Silent(wanted.name() + " joined the tailnet, but is not seen there at " + wanted.address() + '.');
        }
        context.timeline().sleep(BETWEEN);
    }

    private static TailnetDevice outputs(TailnetMembership actual, Device device) {
        return new TailnetDevice(actual.address(), device.id());
    }

    @Override
    public UpdateAnswer update(TailnetMembership before, TailnetMembership wanted, Context context)
            throws InterruptedException {
        var replacement = FixedSettings.refusal(before, wanted);
        if (replacement.isPresent()) {
            return replacement.get();
        }
        try {
            var tailnet = tailscale.tailnet();
            var there = ours(tailnet, wanted);
            if (there.isEmpty()) {
                return new Refused("NotFound", wanted.name() + " has left the tailnet meanwhile. Plan again.");
            }
            return UpdateAnswer.Updated.of(
                    wanted, settled(tailnet, there.getFirst().id(), wanted, context));
        } catch (RefusedCall no) {
            return no.answer();
        }
    }

    @Override
    public DeleteAnswer delete(TailnetMembership gone, Context context) throws InterruptedException {
        try {
            var tailnet = tailscale.tailnet();
            for (var device : ours(tailnet, gone)) {
                tailnet.remove(device.id());
            }
            return new DeleteAnswer.Deleted();
        } catch (RefusedCall no) {
            return no.answer();
        }
    }
}
