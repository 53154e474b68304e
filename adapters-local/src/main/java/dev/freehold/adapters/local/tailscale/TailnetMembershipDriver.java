package dev.freehold.adapters.local.tailscale;

import static java.util.Comparator.comparing;

import dev.freehold.domain.journal.Token;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.output.OciOutputs.TailnetDevice;
import dev.freehold.domain.resource.OciResource.TailnetMembership;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.SystemFault;
import dev.freehold.ports.host.HostShell;
import dev.freehold.ports.skeleton.Declined;
import dev.freehold.ports.skeleton.Found;
import dev.freehold.ports.skeleton.KindDriver;
import dev.freehold.ports.skeleton.Listing;
import dev.freehold.ports.skeleton.PollingPace;
import dev.freehold.ports.skeleton.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// [TailnetMembership]: a machine joined to the tailnet, by a key that is minted when the machine runs, and
/// given its fixed address. Ours is what bears our tag and the platform's and the machine's name.
public final class TailnetMembershipDriver implements KindDriver<TailnetMembership> {
    /// Long enough to boot and log in, short enough to be worth nothing tomorrow.
    private static final Duration KEY_VALIDITY = Duration.ofHours(1);

    private static final PollingPace PACE = new PollingPace(Duration.ofSeconds(2), Duration.ofSeconds(2));

    private final TailscaleAccess tailscale;
    private final HostShell shell;
    private final TailnetNames naming;
    private final TailnetInventory devices;
    private final String user;

    /// @param platform the spec's name: two platforms may share a tailnet
    /// @param user who logs into machines, and may become root there without a password
    public TailnetMembershipDriver(TailscaleAccess tailscale, HostShell shell, String platform, String user) {
        this.tailscale = tailscale;
        this.shell = shell;
        this.naming = new TailnetNames(platform);
        this.devices = new TailnetInventory(tailscale, platform);
        this.user = user;
    }

    private String hostname(TailnetMembership membership) {
        return naming.hostname(membership.name());
    }

    @Override
    public Optional<Found<TailnetMembership>> find(TailnetMembership wanted, Context context)
            throws InterruptedException {
        return ours(tailscale.tailnet(), wanted).stream().findFirst().map(device -> found(wanted, device));
    }

    private static Found<TailnetMembership> found(TailnetMembership wanted, Device device) {
        var actual = new TailnetMembership(
                wanted.name(),
                device.address().orElse(new Ipv4(0)),
                wanted.instance(),
                wanted.publicIp(),
                wanted.via(),
                wanted.credential());
        return Found.ours(device.id(), actual, new TailnetDevice(actual.address(), device.id()), Optional.empty());
    }

    /// One that waits for approval is no member yet.
    @Override
    public boolean isWhole(Found<TailnetMembership> there, TailnetMembership wanted, Context context)
            throws InterruptedException {
        return tailscale
                .tailnet()
                .device(there.handle())
                .filter(Device::authorized)
                .isPresent();
    }

    /// A look asks the tailnet alone: whether the device is the machine, or what is left of an earlier one in
    /// its place, only the machine says.
    @Override
    public boolean isRepeatable() {
        return true;
    }

    /// The one with the wanted address first, then those that need no approval: a machine that was reinstalled
    /// may be there twice.
    private List<Device> ours(TailnetApi tailnet, TailnetMembership wanted) throws InterruptedException {
        return tailnet.devices().stream()
                .filter(device -> isOurs(device, wanted))
                .sorted(comparing((Device device) -> !has(device, wanted))
                        .thenComparing(device -> !device.authorized()))
                .toList();
    }

    private boolean isOurs(Device device, TailnetMembership wanted) {
        return device.isTagged(TailnetApi.TAG) && device.hostname().equals(hostname(wanted));
    }

    static boolean has(Device device, TailnetMembership wanted) {
        return device.address().equals(Optional.of(wanted.address()));
    }

    @Override
    public void make(TailnetMembership wanted, Token token, Context context) throws InterruptedException {
        var tailnet = tailscale.tailnet();
        var joining = new TailscaleOnMachine(shell, new LoginRoute(wanted, context, user).machine(), context);
        settle(tailnet, member(tailnet, wanted, joining), wanted, context);
    }

    /// The device that the machine is, joined now unless it had been.
    private String member(TailnetApi tailnet, TailnetMembership wanted, TailscaleOnMachine joining)
            throws InterruptedException {
        var already = joining.deviceId();
        if (already.isPresent()) {
            var device = tailnet.device(already.get());
            if (device.isPresent()) {
                return adopted(device.get(), wanted);
            }
        }
        checkAddress(tailnet, wanted);
        // What is left of an earlier machine in its place would keep the name and the address.
        for (var stale : ours(tailnet, wanted)) {
            tailnet.remove(stale.id());
        }
        return join(tailnet, wanted, joining);
    }

    /// Tailscale would refuse it only once the machine is in, and does not say who has it.
    private void checkAddress(TailnetApi tailnet, TailnetMembership wanted) throws InterruptedException {
        for (var device : tailnet.devices()) {
            if (has(device, wanted) && !isOurs(device, wanted)) {
                throw new Declined(
                        Declined.Reason.NAME_TAKEN,
                        "AddressTaken",
                        wanted.address() + ", which " + wanted.id() + " is to have, is already in use: it is held by "
                                + whose(device) + ". Give that another address, or choose another tailnet-address in"
                                + " freehold.yaml. Nothing was changed.");
            }
        }
    }

    private String whose(Device device) {
        return naming.machine(device)
                .filter(_ -> naming.isOurs(device))
                .map(machine -> machine + " of this platform")
                .orElseGet(() -> "the device " + device.hostname());
    }

    private String adopted(Device device, TailnetMembership wanted) {
        if (!isOurs(device, wanted)) {
            throw new Declined(
                    Declined.Reason.NAME_TAKEN,
                    "Conflict",
                    wanted.name() + " is in the tailnet already, as " + device.hostname()
                            + (device.isTagged(TailnetApi.TAG) ? "" : " without " + TailnetApi.TAG)
                            + ", so this platform did not bring it there and leaves it alone. Remove that device, or"
                            + " give it the tag and the name " + hostname(wanted) + ".");
        }
        return device.id();
    }

    private String join(TailnetApi tailnet, TailnetMembership wanted, TailscaleOnMachine joining)
            throws InterruptedException {
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
        } catch (Declined | SystemFault unheard) {
            // What went wrong before is what is to be told.
        }
    }

    private String description(TailnetMembership wanted) {
        var words = "freehold " + hostname(wanted);
        return words.substring(0, Math.min(50, words.length()));
    }

    @Override
    public void change(Found<TailnetMembership> there, TailnetMembership wanted, Context context)
            throws InterruptedException {
        var tailnet = tailscale.tailnet();
        checkAddress(tailnet, wanted);
        settle(tailnet, there.handle(), wanted, context);
    }

    /// Waits until it is approved, and at its address. Each is asked for once; what was told may take a moment
    /// to be seen.
    private static void settle(TailnetApi tailnet, String id, TailnetMembership wanted, Context context)
            throws InterruptedException {
        var settling = new Settling(tailnet, id, wanted, context);
        new Waiting(PACE).until(context, wanted.name() + " in the tailnet", settling::look);
    }

    @Override
    public void remove(Found<TailnetMembership> there, TailnetMembership gone, Context context)
            throws InterruptedException {
        var tailnet = tailscale.tailnet();
        for (var device : ours(tailnet, gone)) {
            tailnet.remove(device.id());
        }
    }

    @Override
    public Listing listing() {
        return new Listing.Whole(devices::items);
    }
}
