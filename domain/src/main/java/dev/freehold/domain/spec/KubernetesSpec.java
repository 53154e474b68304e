package dev.freehold.domain.spec;

import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.quantity.Gigabytes;

/// The Talos cluster.
///
/// @param endpoint the control planes' shared address on the VM network
/// @param workers count 0 means that the control planes carry the workloads
public record KubernetesSpec(
        Ipv4 endpoint, Cidr pods, Cidr services, Machines controlPlanes, Machines workers, Emulation emulation) {

    /// VMs of one role, all alike.
    ///
    /// @param cores vCPUs of each
    public record Machines(int count, int cores, Gigabytes memory, Gigabytes disk) {}

    /// Whether VMs may live on hosts without hardware virtualisation (OCI's A1 VMs have none), slowly.
    public enum Emulation {
        REFUSE,
        ACCEPT
    }
}
