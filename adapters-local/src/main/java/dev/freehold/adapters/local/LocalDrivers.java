package dev.freehold.adapters.local;

import dev.freehold.adapters.local.flux.CiliumManifestDriver;
import dev.freehold.adapters.local.flux.EncryptedSecretDriver;
import dev.freehold.adapters.local.flux.FluxRepositoryDriver;
import dev.freehold.adapters.local.flux.RepositoryFiles;
import dev.freehold.adapters.local.flux.SopsConfigurationDriver;
import dev.freehold.adapters.local.secret.AgeIdentityDriver;
import dev.freehold.adapters.local.settings.SettingsFileDriver;
import dev.freehold.adapters.local.ssh.SshKeyPairDriver;
import dev.freehold.domain.resource.ImageResource;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.ProxmoxResource;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.SetupResource;
import dev.freehold.domain.resource.TalosResource;
import dev.freehold.ports.driver.Drivers;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.fetch.ChartRenderer;
import dev.freehold.ports.fetch.Fetcher;
import dev.freehold.ports.secret.SecretVault;
import dev.freehold.ports.skeleton.ServedKinds;
import dev.freehold.ports.skeleton.ServedKinds.Served;
import java.util.Optional;

/// Which kinds a platform has on this computer, in one target's folder, and the driver of each.
public final class LocalDrivers implements Drivers {
    private final Served<SetupResource.SshKeyPair> sshKeyPairs;
    private final Served<SetupResource.SettingsFile> settings;
    private final Served<SetupResource.FluxRepository> repositories;
    private final Served<SetupResource.CiliumManifest> cilium;
    private final Served<SetupResource.AgeIdentity> identities;
    private final Served<SetupResource.SopsConfiguration> sops;
    private final Served<SetupResource.EncryptedSecret> secrets;

    /// @param kept where all of it lies
    /// @param vault has the values of the secrets in the repository, by `SECRET.KEY`
    /// @param fetcher gives Flux' components and Cilium's chart
    /// @param fluxVersion the release of Flux whose components are committed, such as `v2.9.4`
    /// @param fluxSha256 of its components, where it is known beforehand
    public LocalDrivers(
            LocalTarget kept,
            SecretVault vault,
            Fetcher fetcher,
            ChartRenderer charts,
            String fluxVersion,
            Optional<String> fluxSha256) {
        var target = kept.folder();
        var files = new RepositoryFiles(target); // one for all: it lets them in one after the other
        var served = new ServedKinds();
        this.sshKeyPairs = served.serve(() -> new SshKeyPairDriver(target));
        this.settings = served.serve(() -> new SettingsFileDriver(target));
        this.repositories = served.serve(() -> new FluxRepositoryDriver(files, fetcher, fluxVersion, fluxSha256));
        this.cilium = served.serve(() -> new CiliumManifestDriver(target, files, fetcher, charts));
        this.identities = served.serve(() -> new AgeIdentityDriver(target));
        this.sops = served.serve(() -> new SopsConfigurationDriver(files));
        this.secrets = served.serve(() -> new EncryptedSecretDriver(files, vault));
    }

    @Override
    @SuppressWarnings("unchecked") // each case gives the driver of the kind that it matched
    public <R extends Resource> ResourceDriver<R> of(R resource) {
        return (ResourceDriver<R>) driver(resource);
    }

    private ResourceDriver<?> driver(Resource resource) {
        return switch (resource) {
            case SetupResource setup -> setup(setup);
            case ImageResource _, OciResource _, ProxmoxResource _, TalosResource _ -> throw none(resource);
        };
    }

    private ResourceDriver<?> setup(SetupResource resource) {
        return switch (resource) {
            case SetupResource.SshKeyPair it -> sshKeyPairs.driver(it);
            case SetupResource.SettingsFile it -> settings.driver(it);
            case SetupResource.FluxRepository it -> repositories.driver(it);
            case SetupResource.CiliumManifest it -> cilium.driver(it);
            case SetupResource.AgeIdentity it -> identities.driver(it);
            case SetupResource.SopsConfiguration it -> sops.driver(it);
            case SetupResource.EncryptedSecret it -> secrets.driver(it);
            case SetupResource.OciConfiguration _,
                    SetupResource.TailnetCredential _,
                    SetupResource.Compartment _,
                    SetupResource.QuotaPolicy _,
                    SetupResource.Budget _,
                    SetupResource.BudgetAlertRule _ -> throw none(resource);
        };
    }

    private static IllegalArgumentException none(Resource resource) {
        return new IllegalArgumentException(resource.id() + " is not on this computer");
    }
}
