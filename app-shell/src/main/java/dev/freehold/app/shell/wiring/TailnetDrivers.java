package dev.freehold.app.shell.wiring;

import dev.freehold.adapters.local.Tailscale;
import dev.freehold.domain.resource.OciResource.TailnetMembership;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.SetupResource.TailnetCredential;
import dev.freehold.domain.secret.Secret;
import dev.freehold.ports.driver.Drivers;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.host.HostShell;
import java.util.Optional;
import java.util.function.Supplier;

/// The drivers of what Tailscale keeps, which need a way into the machines.
final class TailnetDrivers implements Drivers {
    private final ResourceDriver<TailnetCredential> credentials;
    private final ResourceDriver<TailnetMembership> memberships;

    /// @param client the OAuth client's secret, where somebody gave one
    /// @param platform the spec's name
    /// @param user who logs into machines
    TailnetDrivers(
            Tailscale tailscale, Supplier<Optional<Secret>> client, HostShell shell, String platform, String user) {
        this.credentials = tailscale.credentials(client);
        this.memberships = tailscale.memberships(shell, platform, user);
    }

    @Override
    @SuppressWarnings("unchecked") // each case names the driver of its own kind
    public <R extends Resource> ResourceDriver<R> of(R resource) {
        return (ResourceDriver<R>)
                switch (resource) {
                    case TailnetCredential _ -> credentials;
                    case TailnetMembership _ -> memberships;
                    default -> throw new IllegalArgumentException(resource.id() + " is not in the tailnet");
                };
    }
}
