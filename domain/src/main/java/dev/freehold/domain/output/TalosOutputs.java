package dev.freehold.domain.output;

import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.secret.SecretName;

/// What the talos phase's kinds come to have.
public sealed interface TalosOutputs extends Outputs {

    /// @param schematicId the SHA-256 of its content, by which the image factory knows it
    record SchematicId(Sha256 schematicId) implements TalosOutputs {}

    /// @param volume Proxmox' name of it: `local:import/...`
    record ImageVolume(String volume, Sha256 sha256) implements TalosOutputs {}

    /// @param talosconfigFile holds the client certificate for Talos' API
    record TalosAccess(FilePath talosconfigFile) implements TalosOutputs {}

    /// @param secret the document, which carries the cluster's keys
    record StoredConfiguration(SecretName secret) implements TalosOutputs {}

    /// @param address on the VM network
    /// @param host the Proxmox host that it runs on
    record RunningVm(Ipv4 address, String host) implements TalosOutputs {}

    /// @param file the kubeconfig
    /// @param endpoint of the Kubernetes API
    record KubernetesAccess(FilePath file, Url endpoint) implements TalosOutputs {}

    /// @param revision the commit at the remote's branch
    record PushedCommit(String revision) implements TalosOutputs {}
}
