package dev.freehold.adapters.local;

import dev.freehold.adapters.local.flux.CiliumManifestDriver;
import dev.freehold.adapters.local.flux.EncryptedSecretDriver;
import dev.freehold.adapters.local.flux.FluxRepositoryDriver;
import dev.freehold.adapters.local.flux.RepositoryFiles;
import dev.freehold.adapters.local.flux.SopsConfigurationDriver;
import dev.freehold.adapters.local.secret.AgeIdentityDriver;
import dev.freehold.adapters.local.settings.SettingsFileDriver;
import dev.freehold.adapters.local.ssh.SshKeyPairDriver;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.SetupResource.AgeIdentity;
import dev.freehold.domain.resource.SetupResource.CiliumManifest;
import dev.freehold.domain.resource.SetupResource.EncryptedSecret;
import dev.freehold.domain.resource.SetupResource.FluxRepository;
import dev.freehold.domain.resource.SetupResource.SettingsFile;
import dev.freehold.domain.resource.SetupResource.SopsConfiguration;
import dev.freehold.domain.resource.SetupResource.SshKeyPair;
import dev.freehold.ports.driver.Drivers;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.fetch.ChartRenderer;
import dev.freehold.ports.fetch.Fetcher;
import dev.freehold.ports.secret.SecretVault;
import java.util.Optional;

/// The drivers of what a platform has on this computer, in one target's folder.
public final class LocalDrivers implements Drivers {
    private final SshKeyPairDriver sshKeyPairs;
    private final SettingsFileDriver settings;
    private final FluxRepositoryDriver repositories;
    private final CiliumManifestDriver cilium;
    private final AgeIdentityDriver identities;
    private final SopsConfigurationDriver sops;
    private final EncryptedSecretDriver secrets;

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
        this.sshKeyPairs = new SshKeyPairDriver(target);
        this.settings = new SettingsFileDriver(target);
        var files = new RepositoryFiles(target);
        this.repositories = new FluxRepositoryDriver(files, fetcher, fluxVersion, fluxSha256);
        this.cilium = new CiliumManifestDriver(target, files, fetcher, charts);
        this.identities = new AgeIdentityDriver(target);
        this.sops = new SopsConfigurationDriver(files);
        this.secrets = new EncryptedSecretDriver(files, vault);
    }

    @Override
    @SuppressWarnings("unchecked") // each case names the driver of its own kind
    public <R extends Resource> ResourceDriver<R> of(R resource) {
        return (ResourceDriver<R>)
                switch (resource) {
                    case SshKeyPair _ -> sshKeyPairs;
                    case SettingsFile _ -> settings;
                    case FluxRepository _ -> repositories;
                    case CiliumManifest _ -> cilium;
                    case AgeIdentity _ -> identities;
                    case SopsConfiguration _ -> sops;
                    case EncryptedSecret _ -> secrets;
                    default -> throw new IllegalArgumentException(resource.id() + " is not on this computer");
                };
    }
}
