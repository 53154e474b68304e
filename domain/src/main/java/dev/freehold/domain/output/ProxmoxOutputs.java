package dev.freehold.domain.output;

import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.secret.SecretName;
import java.util.UUID;

/// What the proxmox phase's kinds come to have.
public sealed interface ProxmoxOutputs extends Outputs {

    /// @param address in the subnet
    /// @param certificateFingerprint of the certificate that its API shows
    record ReadyHost(Ipv4 address, CertificateFingerprint certificateFingerprint) implements ProxmoxOutputs {}

    /// @param apiUrl of the host that the cluster was created on
    /// @param apiFingerprint of the certificate that it shows
    record ClusterApi(Url apiUrl, CertificateFingerprint apiFingerprint) implements ProxmoxOutputs {}

    /// @param tokenId `user@realm!name`
    /// @param secret the token's
    record Token(String tokenId, SecretName secret) implements ProxmoxOutputs {}

    /// @param address on the VM network
    record Guest(Ipv4 address) implements ProxmoxOutputs {}

    /// @param fsid what tells this Ceph cluster from every other
    record CephIdentity(UUID fsid) implements ProxmoxOutputs {}
}
