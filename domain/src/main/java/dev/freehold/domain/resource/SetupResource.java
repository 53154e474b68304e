package dev.freehold.domain.resource;

import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.quantity.Usd;
import java.time.Duration;
import java.util.List;

/// What every later phase takes for granted: credentials, keys, the GitOps repository, and the guards against
/// a bill. The guards stand here and not in the OCI phase, because images need the compartment before it and
/// destroying the OCI phase must not take them away.
public sealed interface SetupResource extends Resource {

    @Override
    default Layer layer() {
        return Layer.SETUP;
    }

    @Override
    default SystemName system() {
        return SystemName.LOCAL;
    }

    /// A profile of an OCI configuration file that one signed call has proved to work.
    record OciConfiguration(String name, @InPlace String region) implements SetupResource {
        @Override
        public SystemName system() {
            return SystemName.OCI;
        }
    }

    /// An Ed25519 key pair in OpenSSH's format; the private half lies in a file of mode 0600 under
    /// `secrets/`.
    record SshKeyPair(String name, String comment) implements SetupResource {}

    /// The answers of the setup conversation, as they stand in the spec.
    record SettingsFile(
            String name,
            @InPlace String email,
            @InPlace String tailnet,
            @InPlace List<Cidr> sshFrom) implements SetupResource {
        public SettingsFile {
            sshFrom = List.copyOf(sshFrom);
        }
    }

    /// The right to mint auth keys for the tailnet; the OAuth client's secret is in the vault.
    record TailnetCredential(
            String name, String tailnet, @InPlace Ref<SettingsFile> settings) implements SetupResource {
        @Override
        public SystemName system() {
            return SystemName.TAILNET;
        }
    }

    /// An age X25519 identity; secrets in Git are encrypted to its recipient.
    record AgeIdentity(String name) implements SetupResource {}

    /// The local Git repository that Flux will follow, in the layout that Flux expects.
    record FluxRepository(
            String name,
            @InPlace String url,
            @InPlace String branch,
            @InPlace String path,
            @InPlace Duration interval,
            @InPlace List<String> apps,
            @InPlace Ref<SettingsFile> settings)
            implements SetupResource {
        public FluxRepository {
            apps = List.copyOf(apps);
        }
    }

    /// Cilium's chart rendered with Talos' values, as the machine configurations carry it.
    record CiliumManifest(
            String name,
            @InPlace String version,
            @InPlace Ipv4 endpoint,
            @InPlace Cidr pods,
            @InPlace Ref<FluxRepository> repository)
            implements SetupResource {}

    /// `.sops.yaml`: which files are encrypted, and to whom.
    ///
    /// @param identity a new one means that everything is encrypted anew
    record SopsConfiguration(
            String name,
            @InPlace Ref<AgeIdentity> identity,
            @InPlace Ref<FluxRepository> repository) implements SetupResource {}

    /// One secret in the repository, encrypted; its value is in the vault.
    record EncryptedSecret(
            String name,
            String namespace,
            @InPlace Ref<AgeIdentity> identity,
            @InPlace Ref<SopsConfiguration> sops) implements SetupResource {}

    /// The compartment that holds everything Freehold makes on OCI. It is the tenancy's, not a region's, and
    /// outlives a configuration file that is lost.
    ///
    /// @param compartment what OCI calls it
    record Compartment(
            String name,
            @InPlace String compartment,
            @InPlace Ref<OciConfiguration> configuration) implements SetupResource {
        @Override
        public SystemName system() {
            return SystemName.OCI;
        }
    }

    /// The quota policy that lets the compartment hold nothing paid: zero lines first, then what is free.
    record QuotaPolicy(String name, @InPlace List<String> statements, Ref<Compartment> compartment)
            implements SetupResource {
        public QuotaPolicy {
            statements = List.copyOf(statements);
        }

        @Override
        public SystemName system() {
            return SystemName.OCI;
        }
    }

    /// A monthly budget on the compartment. OCI takes whole currency units, at least 1, so `amount` is never
    /// the alert.
    record Budget(String name, @InPlace Usd amount, Ref<Compartment> compartment) implements SetupResource {
        @Override
        public SystemName system() {
            return SystemName.OCI;
        }
    }

    /// The mail that a budget sends once the month's spending passes `alert`.
    record BudgetAlertRule(
            String name, @InPlace Usd alert, @InPlace String email, Ref<Budget> budget) implements SetupResource {
        @Override
        public SystemName system() {
            return SystemName.OCI;
        }
    }
}
