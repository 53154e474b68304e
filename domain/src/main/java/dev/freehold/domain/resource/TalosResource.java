package dev.freehold.domain.resource;

import dev.freehold.domain.mark.Follows;
import dev.freehold.domain.mark.InPlace;
import dev.freehold.domain.mark.Takes;
import dev.freehold.domain.mark.Unwrapped;
import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.output.TalosOutputs;
import dev.freehold.domain.quantity.Gigabytes;
import java.time.Duration;
import java.util.List;

/// The Talos VMs, Kubernetes on them, and Flux in it.
public sealed interface TalosResource extends Resource {

    @Override
    default Layer layer() {
        return Layer.TALOS;
    }

    @Override
    default SystemName system() {
        return SystemName.TALOS;
    }

    /// A schematic of the image factory: which system extensions the image carries.
    @Takes(seconds = 10)
    record Schematic(String name, List<String> extensions)
            implements TalosResource, Produces<TalosOutputs.SchematicId> {
        public Schematic {
            extensions = List.copyOf(extensions);
        }
    }

    /// The factory's nocloud image on the hosts' `local` storage. A VM's disk is a copy of it.
    @Takes(seconds = 120)
    record TalosImage(
            String name,
            @InPlace String version,
            @InPlace Ref<Schematic> schematic,
            Ref<ProxmoxResource.StorageContent> storage,
            @InPlace Ref<ProxmoxResource.ApiToken> api)
            implements TalosResource, Produces<TalosOutputs.ImageVolume> {
        @Override
        public SystemName system() {
            return SystemName.PROXMOX;
        }
    }

    /// The cluster's certificate authorities and tokens; they are in the vault.
    @Takes(seconds = 5)
    record MachineSecrets(String name) implements TalosResource, Produces<TalosOutputs.TalosAccess> {}

    enum MachineRole {
        CONTROL_PLANE,
        WORKER
    }

    /// A document; what of it a living machine can take is for [AppliedConfiguration] and [EtcdBootstrap] to
    /// say.
    @Takes(seconds = 5)
    record MachineConfiguration(
            String name,
            MachineRole role,
            @InPlace Ipv4 address,
            @InPlace Ipv4 endpoint,
            @InPlace Cidr pods,
            @InPlace Cidr services,
            @InPlace boolean emulated,
            Ref<MachineSecrets> secrets,
            @Follows Ref<SetupResource.CiliumManifest> cilium)
            implements TalosResource, Produces<TalosOutputs.StoredConfiguration> {}

    /// A VM that boots Talos, its first configuration given by cloud-init's nocloud datasource.
    ///
    /// @param after what must hold before VMs come to the hosts
    @Takes(seconds = 120)
    record VirtualMachine(
            String name,
            Size size,
            Place place,
            Boot boot,
            Ref<? extends ProxmoxResource.VmStorage> storage,
            Ref<ProxmoxResource.OverlayNetwork> overlay,
            @InPlace Ref<ProxmoxResource.ApiToken> api,
            @InPlace List<Ref<? extends Gate>> after)
            implements TalosResource, Produces<TalosOutputs.RunningVm> {
        public VirtualMachine {
            after = List.copyOf(after);
        }

        @Override
        public List<Claim> claims() {
            return List.of(Claim.vmAddress(place.address()));
        }

        /// How large the VM is.
        @Unwrapped
        public record Size(@InPlace int cores, @InPlace Gigabytes memory, Gigabytes disk) {}

        /// Where it is.
        ///
        /// @param address on the VM network
        /// @param host the Proxmox host it starts on; on shared storage it can move
        @Unwrapped
        public record Place(Ipv4 address, @InPlace String host) {}

        /// What it boots.
        ///
        /// @param secrets it was born with them, and takes no configuration under others
        @Unwrapped
        public record Boot(
                @InPlace Ref<TalosImage> image,
                Ref<MachineSecrets> secrets,
                @Follows Ref<MachineConfiguration> configuration) {}

        @Override
        public SystemName system() {
            return SystemName.PROXMOX;
        }
    }

    /// A machine's configuration, accepted by the machine.
    @Takes(seconds = 55)
    record AppliedConfiguration(
            String name,
            Ref<VirtualMachine> machine,
            @Follows Ref<MachineConfiguration> configuration) implements TalosResource, Produces<Outputs.None> {}

    /// etcd's first member, which the others join, and with it the cluster's data: whatever lives in
    /// Kubernetes lives and dies with it.
    ///
    /// @param pods a living cluster can't change its ranges
    /// @param push Flux's repository is at its remote before a cluster could look for it
    @Takes(seconds = 150)
    record EtcdBootstrap(
            String name,
            Cidr pods,
            Cidr services,
            Ref<AppliedConfiguration> first,
            @InPlace List<Ref<AppliedConfiguration>> controlPlanes,
            @InPlace Ref<RepositoryPush> push)
            implements TalosResource, Produces<Outputs.None> {
        public EtcdBootstrap {
            controlPlanes = List.copyOf(controlPlanes);
        }
    }

    @Takes(seconds = 15)
    record Kubeconfig(String name, @InPlace Ipv4 endpoint, Ref<EtcdBootstrap> etcd)
            implements TalosResource, Produces<TalosOutputs.KubernetesAccess> {}

    /// The local repository's branch at its remote.
    @Takes(seconds = 15)
    record RepositoryPush(
            String name,
            @InPlace String url,
            @InPlace String branch,
            @Follows Ref<SetupResource.FluxRepository> repository,
            @Follows Ref<SetupResource.CiliumManifest> cilium,
            @Follows Ref<SetupResource.SopsConfiguration> sops,
            @Follows List<Ref<SetupResource.EncryptedSecret>> secrets)
            implements TalosResource, Produces<TalosOutputs.PushedCommit> {
        public RepositoryPush {
            secrets = List.copyOf(secrets);
        }

        @Override
        public SystemName system() {
            return SystemName.GIT;
        }
    }

    /// A namespace that must be there before Flux's own.
    ///
    /// @param podSecurity the level of Pod Security Admission: `privileged`, `baseline` or `restricted`
    @Takes(seconds = 5)
    record KubernetesNamespace(
            String name,
            @InPlace String podSecurity,
            Ref<EtcdBootstrap> etcd,
            @InPlace Ref<Kubeconfig> kubeconfig) implements TalosResource, Produces<Outputs.None> {
        @Override
        public SystemName system() {
            return SystemName.KUBERNETES;
        }
    }

    /// A secret that must be in the cluster before Flux can decrypt or fetch anything; its value is in the
    /// vault.
    @Takes(seconds = 5)
    record KubernetesSecret(
            String name,
            Ref<KubernetesNamespace> namespace,
            @InPlace Ref<? extends SetupResource> source) implements TalosResource, Produces<Outputs.None> {
        @Override
        public SystemName system() {
            return SystemName.KUBERNETES;
        }
    }

    /// Flux's controllers.
    @Takes(seconds = 110)
    record FluxInstallation(
            String name,
            @InPlace String version,
            Ref<KubernetesNamespace> namespace,
            @InPlace Ref<Gate.NodesReady> ready)
            implements TalosResource, Produces<Outputs.None> {
        @Override
        public SystemName system() {
            return SystemName.KUBERNETES;
        }
    }

    /// The GitRepository that Flux follows.
    @Takes(seconds = 30)
    record FluxSource(
            String name,
            @InPlace String url,
            @InPlace String branch,
            @InPlace Duration interval,
            Ref<FluxInstallation> flux,
            @InPlace List<Ref<KubernetesSecret>> credentials,
            @Follows Ref<RepositoryPush> push)
            implements TalosResource, Produces<Outputs.None> {
        public FluxSource {
            credentials = List.copyOf(credentials);
        }

        @Override
        public SystemName system() {
            return SystemName.KUBERNETES;
        }
    }

    /// The Kustomization that applies the repository's path, decrypting with the age key.
    ///
    /// @param namespaces those that must be there before the apps' own manifests
    @Takes(seconds = 60)
    record FluxSync(
            String name,
            @InPlace String path,
            @InPlace Duration interval,
            Ref<FluxInstallation> flux,
            @Follows Ref<FluxSource> source,
            @InPlace Ref<KubernetesSecret> decryption,
            @InPlace List<Ref<KubernetesNamespace>> namespaces)
            implements TalosResource, Produces<Outputs.None> {
        public FluxSync {
            namespaces = List.copyOf(namespaces);
        }

        @Override
        public SystemName system() {
            return SystemName.KUBERNETES;
        }
    }
}
