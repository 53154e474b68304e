package dev.freehold.domain.fit;

import java.math.BigDecimal;

/// What everything on a host takes and needs: the one table behind [Fit]. Memory and disk in GB of 2^30
/// bytes. Sizes of daemons are estimates from public sources, not measurements.
public enum Footprint {
    USABLE_MEMORY_SHARE("0.96", "of a host's memory that its kernel leaves: 7.7 of 8 GB, 5.75 of 6 GB", "estimate"),
    OPERATING_SYSTEM("0.35", "GB of memory: Debian 12 with SSH and chrony", "estimate"),
    PROXMOX("0.65", "GB of memory: pvedaemon, pveproxy, pvestatd, pmxcfs, corosync", "estimate"),
    CEPH_MONITOR("0.45", "GB of memory: ceph-mon of a small cluster", "estimate"),
    CEPH_MANAGER("0.45", "GB of memory: ceph-mgr without its dashboard", "estimate"),
    CEPH_OSD("1.05", "GB of memory: ceph-osd with osd_memory_target lowered to about 0.9 GB", "estimate"),
    TAILSCALE("0.15", "GB of memory: tailscaled of the host and its container's", "estimate"),
    PAGE_CACHE("0.3", "GB of memory: what the kernel needs to cache to stay usable", "estimate"),
    QEMU("0.25", "GB of memory beside a VM's own: QEMU's process", "estimate"),
    CODE_CACHE_MOST("1", "GB of memory: QEMU's cache of translated code per emulated VM, at most", "QEMU, tcg"),
    CODE_CACHE_SHARE("0.125", "of the host's usable memory: the same cache on a small host", "QEMU, tcg"),

    BOOT_PARTITIONS("0.1", "GB of the boot volume: EFI partition and alignment", "images: disk layout"),
    SYSTEM_DISK("8", "GB of the root file system in use: Debian, Proxmox, templates, containers", "estimate"),
    SYSTEM_DISK_SHARE("0.85", "of the root file system that may be in use", "Ceph: mon_data_avail_warn 15"),
    SYSTEM_DISK_KEPT("13", "GB of the boot volume left to the system where a thin pool has the rest", "50 less 37"),
    OSD_OVERHEAD("1", "GB of each OSD: BlueStore's metadata and journal", "Ceph: block.db inside the device"),
    NEAR_FULL("0.85", "of Ceph's space: above it health is no longer OK", "Ceph: mon_osd_nearfull_ratio"),
    EFI_DISK("0.0625", "GB beside each VM's disk: its UEFI variables on arm64", "Proxmox: 64 MiB of pflash"),

    TALOS_CORES("2", "vCPUs of a VM, at least", "Talos: system requirements, control plane"),
    TALOS_MEMORY("2", "GB of memory of a VM, at least", "Talos: system requirements, control plane"),
    TALOS_DISK("10", "GB of disk of a VM, at least", "Talos: system requirements");

    private final BigDecimal value;
    private final String what;
    private final String source;

    Footprint(String value, String what, String source) {
        this.value = new BigDecimal(value);
        this.what = what;
        this.source = source;
    }

    public BigDecimal value() {
        return value;
    }

    /// The unit and what the number counts.
    public String what() {
        return what;
    }

    public String source() {
        return source;
    }
}
