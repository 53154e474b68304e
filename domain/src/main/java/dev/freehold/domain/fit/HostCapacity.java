package dev.freehold.domain.fit;

import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.spec.CephSpec;
import dev.freehold.domain.spec.KubernetesSpec.Machines;
import dev.freehold.domain.spec.NodeSpec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// What one Proxmox host has for VMs once the system and Ceph have theirs.
///
/// @param memory what the instance has
/// @param usableMemory what its kernel leaves of it
/// @param systemMemory what the system and Ceph's daemons take
/// @param codeCache what QEMU adds for each VM to translate code: A1 instances have no hardware
///     virtualisation, so every VM is emulated whatever the spec accepts
/// @param osd the partition that Ceph has; zero without Ceph
/// @param thinPool what local VM disks can have; zero with Ceph
public record HostCapacity(
        String name,
        Gigabytes memory,
        Gigabytes usableMemory,
        Gigabytes systemMemory,
        Gigabytes codeCache,
        Gigabytes bootVolume,
        Gigabytes osd,
        Gigabytes thinPool) {

    public static HostCapacity of(NodeSpec host, @Nullable CephSpec ceph) {
        var usable = host.size().memory().times(Footprint.USABLE_MEMORY_SHARE.value());
        var cache = usable.count().multiply(Footprint.CODE_CACHE_SHARE.value()).min(Footprint.CODE_CACHE_MOST.value());
        return new HostCapacity(
                host.name(),
                host.size().memory(),
                usable,
                systemMemory(ceph != null),
                new Gigabytes(cache),
                host.size().bootVolume(),
                ceph == null ? Gigabytes.ZERO : ceph.osd(),
                ceph == null ? thinPool(host.size().bootVolume()) : Gigabytes.ZERO);
    }

    /// The size of the thin pool on a boot volume: whole gigabytes, what the system's share leaves.
    public static Gigabytes thinPool(Gigabytes bootVolume) {
        var left = bootVolume.count().subtract(Footprint.SYSTEM_DISK_KEPT.value());
        return new Gigabytes(left.max(BigDecimal.ZERO).setScale(0, RoundingMode.FLOOR));
    }

    private static Gigabytes systemMemory(boolean ceph) {
        var system = Footprint.OPERATING_SYSTEM
                .value()
                .add(Footprint.PROXMOX.value())
                .add(Footprint.TAILSCALE.value())
                .add(Footprint.PAGE_CACHE.value());
        if (ceph) {
            system = system.add(Footprint.CEPH_MONITOR.value())
                    .add(Footprint.CEPH_MANAGER.value())
                    .add(Footprint.CEPH_OSD.value());
        }
        return new Gigabytes(system);
    }

    /// What a VM takes of this host's memory.
    Gigabytes memoryOf(Machines vm) {
        return vm.memory().plus(new Gigabytes(Footprint.QEMU.value())).plus(codeCache);
    }

    /// What a VM takes of the storage that VM disks are on.
    static Gigabytes diskOf(Machines vm) {
        return vm.disk().plus(new Gigabytes(Footprint.EFI_DISK.value()));
    }

    /// The root file system beside what Ceph has.
    BigDecimal root() {
        return bootVolume.count().subtract(osd.count()).subtract(Footprint.BOOT_PARTITIONS.value());
    }
}
