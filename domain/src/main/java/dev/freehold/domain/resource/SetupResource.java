package dev.freehold.domain.resource;

import dev.freehold.domain.mark.InPlace;
import dev.freehold.domain.mark.OcidType;
import dev.freehold.domain.mark.Takes;
import dev.freehold.domain.mark.TofuType;
import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.output.OnOracle;
import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.output.SetupOutputs;
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
    @Takes(seconds = 120)
    record OciConfiguration(String name, @InPlace String region) implements SetupResource, Produces<Outputs.LocalFile> {
        @Override
        public SystemName system() {
            return SystemName.OCI;
        }
    }

    /// An Ed25519 key pair in OpenSSH's format; the private half lies in a file of mode 0600 under
    /// `secrets/`.
    @Takes(seconds = 15)
    record SshKeyPair(String name, String comment) implements SetupResource, Produces<SetupOutputs.SshKey> {}

    /// The answers of the setup conversation, as they stand in the spec.
    @Takes(seconds = 60)
    record SettingsFile(
            String name,
            @InPlace String email,
            @InPlace String tailnet,
            @InPlace List<Cidr> sshFrom) implements SetupResource, Produces<Outputs.LocalFile> {
        public SettingsFile {
            sshFrom = List.copyOf(sshFrom);
        }
    }

    /// The right to mint auth keys for the tailnet; the OAuth client's secret is in the vault.
    @Takes(seconds = 60)
    record TailnetCredential(
            String name, String tailnet, @InPlace Ref<SettingsFile> settings)
            implements SetupResource, Produces<SetupOutputs.TailnetClient> {
        @Override
        public SystemName system() {
            return SystemName.TAILNET;
        }
    }

    /// An age X25519 identity; secrets in Git are encrypted to its recipient.
    @Takes(seconds = 15)
    record AgeIdentity(String name) implements SetupResource, Produces<SetupOutputs.AgeKey> {}

    /// The local Git repository that Flux will follow, in the layout that Flux expects.
    @Takes(seconds = 120)
    record FluxRepository(
            String name,
            @InPlace String url,
            @InPlace String branch,
            @InPlace String path,
            @InPlace Duration interval,
            @InPlace List<String> apps,
            @InPlace Ref<SettingsFile> settings)
            implements SetupResource, Produces<SetupOutputs.GitRepository> {
        public FluxRepository {
            apps = List.copyOf(apps);
        }
    }

    /// Cilium's chart rendered with Talos' values, as the machine configurations carry it.
    @Takes(seconds = 60)
    record CiliumManifest(
            String name,
            @InPlace String version,
            @InPlace Ipv4 endpoint,
            @InPlace Cidr pods,
            @InPlace Ref<FluxRepository> repository)
            implements SetupResource, Produces<SetupOutputs.Manifest> {}

    /// `.sops.yaml`: which files are encrypted, and to whom.
    ///
    /// @param identity a new one means that everything is encrypted anew
    @Takes(seconds = 45)
    record SopsConfiguration(
            String name,
            @InPlace Ref<AgeIdentity> identity,
            @InPlace Ref<FluxRepository> repository) implements SetupResource, Produces<Outputs.LocalFile> {}

    /// One secret in the repository, encrypted; its value is in the vault.
    @Takes(seconds = 180)
    record EncryptedSecret(
            String name,
            String namespace,
            @InPlace Ref<AgeIdentity> identity,
            @InPlace Ref<SopsConfiguration> sops) implements SetupResource, Produces<Outputs.LocalFile> {}

    /// The compartment that holds everything Freehold makes on OCI. It is the tenancy's, not a region's, and
    /// outlives a configuration file that is lost.
    ///
    /// @param compartment what OCI calls it
    @Takes(seconds = 60)
    @TofuType("oci_identity_compartment")
    record Compartment(
            String name,
            @InPlace String compartment,
            @InPlace Ref<OciConfiguration> configuration) implements SetupResource, Produces<OnOracle.Identified> {
        @Override
        public SystemName system() {
            return SystemName.OCI;
        }
    }

    /// The quota policy that lets the compartment hold nothing paid: zero lines first, then what is free.
    @Takes(seconds = 180)
    @OcidType("quota")
    @TofuType("oci_limits_quota")
    record QuotaPolicy(String name, @InPlace List<String> statements, Ref<Compartment> compartment)
            implements SetupResource, Produces<OnOracle.Identified> {
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
    @Takes(seconds = 60)
    @TofuType("oci_budget_budget")
    record Budget(String name, @InPlace Usd amount, Ref<Compartment> compartment)
            implements SetupResource, Produces<OnOracle.Identified> {
        @Override
        public SystemName system() {
            return SystemName.OCI;
        }
    }

    /// The mail that a budget sends once the month's spending passes `alert`.
    @Takes(seconds = 45)
    record BudgetAlertRule(
            String name, @InPlace Usd alert, @InPlace String email, Ref<Budget> budget)
            implements SetupResource, Produces<OnOracle.Identified> {
        @Override
        public SystemName system() {
            return SystemName.OCI;
        }
    }
}
