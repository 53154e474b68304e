package dev.freehold.ports.probe;

import dev.freehold.domain.quantity.Gigabytes;
import java.util.List;
import java.util.Optional;

/// The Proxmox VE cluster as it reports itself.
///
/// @param votes how many votes are present
/// @param hosts the members, by name
/// @param ceph absent where there is no Ceph
/// @param storages names of the storages that VM disks can live on
/// @param containers names of the containers that run
/// @param overlay is the VM network's zone applied on every host?
public record HypervisorFacts(
        boolean quorate,
        int votes,
        List<Host> hosts,
        Optional<Ceph> ceph,
        List<String> storages,
        List<String> containers,
        boolean overlay) {
    public HypervisorFacts {
        hosts = List.copyOf(hosts);
        storages = List.copyOf(storages);
        containers = List.copyOf(containers);
    }

    public record Host(String name, boolean online) {}

    /// Ceph's own report.
    ///
    /// @param health `HEALTH_OK`, `HEALTH_WARN` or `HEALTH_ERR`
    /// @param up OSDs that are up and in
    /// @param usable what can be stored before the near-full ratio
    public record Ceph(String health, int up, int osds, int monitors, Gigabytes usable) {}
}
