package dev.freehold.adapters.local.tailscale;

import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.resource.Phase;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.ports.driver.Inventory;
import dev.freehold.ports.skeleton.Declined;
import java.util.List;
import java.util.Optional;

/// The devices of one platform in the tailnet: those that bear our tag and its name.
public final class TailnetInventory implements Inventory {
    private final TailscaleAccess tailscale;
    private final TailnetNames naming;

    /// @param platform the spec's name
    public TailnetInventory(TailscaleAccess tailscale, String platform) {
        this.tailscale = tailscale;
        this.naming = new TailnetNames(platform);
    }

    @Override
    public List<Item> items() throws InterruptedException {
        return devices().stream()
                .map(device -> new Item(
                        "tailnet device",
                        device.hostname(),
                        naming.machine(device).map(name -> ResourceId.of(Phase.OCI, "tailnet-membership", name))))
                .toList();
    }

    /// Where in the tailnet the machine of that name is; empty if it is not there, or waits for approval.
    public Optional<Ipv4> address(String machine) throws InterruptedException {
        return devices().stream()
                .filter(device -> device.authorized() && device.hostname().equals(naming.hostname(machine)))
                .findFirst()
                .flatMap(Device::address);
    }

    private List<Device> devices() throws InterruptedException {
        if (!tailscale.isKnown()) {
            return List.of(); // whoever has no way into a tailnet has nothing there
        }
        try {
            return tailscale.tailnet().devices().stream().filter(naming::isOurs).toList();
        } catch (Declined no) {
            throw no.unforeseen();
        }
    }
}
