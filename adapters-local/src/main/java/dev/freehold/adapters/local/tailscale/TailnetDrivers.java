package dev.freehold.adapters.local.tailscale;

import dev.freehold.domain.resource.ImageResource;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.ProxmoxResource;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.SetupResource;
import dev.freehold.domain.resource.TalosResource;
import dev.freehold.domain.secret.Secret;
import dev.freehold.ports.driver.Drivers;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.host.HostShell;
import dev.freehold.ports.skeleton.ServedKinds;
import dev.freehold.ports.skeleton.ServedKinds.Served;
import java.util.Optional;
import java.util.function.Supplier;

/// Which kinds Tailscale keeps, and the driver of each.
public final class TailnetDrivers implements Drivers {
    private final Served<SetupResource.TailnetCredential> credentials;
    private final Served<OciResource.TailnetMembership> memberships;

    /// @param client the OAuth client's secret, where somebody gave one
    /// @param shell the way into the machines
    /// @param platform the spec's name
    /// @param user who logs into machines
    public TailnetDrivers(
            TailscaleAccess access, Supplier<Optional<Secret>> client, HostShell shell, String platform, String user) {
        var served = new ServedKinds();
        this.credentials = served.serve(() -> new TailnetCredentialDriver(access, client));
        this.memberships = served.serve(() -> new TailnetMembershipDriver(access, shell, platform, user));
    }

    @Override
    @SuppressWarnings("unchecked") // each case gives the driver of the kind that it matched
    public <R extends Resource> ResourceDriver<R> of(R resource) {
        return (ResourceDriver<R>) driver(resource);
    }

    private ResourceDriver<?> driver(Resource resource) {
        return switch (resource) {
            case SetupResource setup -> setup(setup);
            case OciResource oci -> oci(oci);
            case ImageResource _, ProxmoxResource _, TalosResource _ -> throw none(resource);
        };
    }

    private ResourceDriver<?> setup(SetupResource resource) {
        return switch (resource) {
            case SetupResource.TailnetCredential it -> credentials.driver(it);
            case SetupResource.OciConfiguration _,
                    SetupResource.SshKeyPair _,
                    SetupResource.SettingsFile _,
                    SetupResource.AgeIdentity _,
                    SetupResource.FluxRepository _,
                    SetupResource.CiliumManifest _,
                    SetupResource.SopsConfiguration _,
                    SetupResource.EncryptedSecret _,
                    SetupResource.Compartment _,
                    SetupResource.QuotaPolicy _,
                    SetupResource.Budget _,
                    SetupResource.BudgetAlertRule _ -> throw none(resource);
        };
    }

    private ResourceDriver<?> oci(OciResource resource) {
        return switch (resource) {
            case OciResource.TailnetMembership it -> memberships.driver(it);
            case OciResource.Vcn _,
                    OciResource.InternetGateway _,
                    OciResource.RouteTable _,
                    OciResource.SecurityList _,
                    OciResource.NetworkSecurityGroup _,
                    OciResource.Subnet _,
                    OciResource.ReservedPublicIp _,
                    OciResource.PrivateIp _,
                    OciResource.PublicIpAssignment _,
                    OciResource.LoadBalancer _,
                    OciResource.Instance _ -> throw none(resource);
        };
    }

    private static IllegalArgumentException none(Resource resource) {
        return new IllegalArgumentException(resource.id() + " is not in the tailnet");
    }
}
