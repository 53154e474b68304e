package dev.freehold.adapters.local;

import dev.freehold.adapters.local.tailscale.TailnetDrivers;
import dev.freehold.adapters.local.tailscale.TailnetInventory;
import dev.freehold.adapters.local.tailscale.TailscaleAccess;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.secret.Secret;
import dev.freehold.ports.driver.Drivers;
import dev.freehold.ports.driver.Inventory;
import dev.freehold.ports.host.HostShell;
import dev.freehold.ports.secret.SecretVault;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/// A tailnet by Tailscale's API, with the client whose secret is in a vault.
public final class Tailscale {
    /// The service's own API.
    public static final URI LIVE = URI.create("https://api.tailscale.com/api/v2");

    private final TailscaleAccess access;

    /// Calls nobody yet.
    ///
    /// @param api without a slash at its end
    /// @throws IllegalArgumentException if it is neither HTTPS nor on this computer
    public Tailscale(URI api, SecretVault vault) {
        this.access = new TailscaleAccess(api, vault);
    }

    /// The drivers of what Tailscale keeps.
    ///
    /// @param client the OAuth client's secret, where somebody gave one
    /// @param shell the way into the machines that are to join
    /// @param platform the spec's name
    /// @param user who logs into machines
    public Drivers drivers(Supplier<Optional<Secret>> client, HostShell shell, String platform, String user) {
        return new TailnetDrivers(access, client, shell, platform, user);
    }

    /// The devices of a platform.
    public Inventory inventory(String platform) {
        return new TailnetInventory(access, platform);
    }

    /// Where a platform's machine is; empty if it is not there, or waits for approval.
    public Optional<Ipv4> address(String platform, String machine) throws InterruptedException {
        return new TailnetInventory(access, platform).address(machine);
    }
}
