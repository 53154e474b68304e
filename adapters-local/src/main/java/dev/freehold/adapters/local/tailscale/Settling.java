package dev.freehold.adapters.local.tailscale;

import dev.freehold.domain.resource.OciResource.TailnetMembership;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.skeleton.Waiting.Sight;

/// A device that joined, on its way to be approved and at its address. Each is asked for once.
final class Settling {
    private final TailnetApi tailnet;
    private final String id;
    private final TailnetMembership wanted;
    private final Context context;
    private boolean isApproved;
    private boolean isMoved;

    Settling(TailnetApi tailnet, String id, TailnetMembership wanted, Context context) {
        this.tailnet = tailnet;
        this.id = id;
        this.wanted = wanted;
        this.context = context;
    }

    Sight<Device> look() throws InterruptedException {
        while (true) {
            var found = tailnet.device(id);
            if (found.isEmpty()) {
                return Sight.yet("not seen");
            }
            var device = found.get();
            if (!device.authorized()) {
                if (isApproved) {
                    return Sight.yet("waiting for approval");
                }
                tailnet.authorize(id);
                isApproved = true;
            } else if (TailnetMembershipDriver.has(device, wanted)) {
                return Sight.there(device);
            } else {
                if (isMoved || device.address().isEmpty()) {
                    return Sight.yet("not at " + wanted.address());
                }
                context.progress().report("giving it " + wanted.address());
                tailnet.setAddress(id, wanted.address());
                isMoved = true;
            }
        }
    }
}
