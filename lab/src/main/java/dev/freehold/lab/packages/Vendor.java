package dev.freehold.lab.packages;

import java.util.List;
import java.util.Locale;

/// Whose packages there are stand-ins for. Their names are the vendors'; versions are above those that Debian 12
/// itself has under the same name, so that apt takes the stand-in.
enum Vendor {
    /// Debian 12 has no `tailscale`.
    TAILSCALE(List.of(new StandInPackage(
            "tailscale",
            "1.90.0~lab1",
            List.of(),
            "Tailscale's client and daemon",
            List.of(
                    program("usr/bin/tailscale"),
                    daemon("usr/sbin/tailscaled"),
                    unit("tailscaled", "/usr/sbin/tailscaled"),
                    ArchiveEntry.file("etc/default/tailscaled", "PORT=\"41641\"\nFLAGS=\"\"\n"))))),

    /// What `proxmox-ve` brings along is less than the real one brings: no kernel, no LXC, no Corosync.
    PROXMOX(List.of(
            new StandInPackage(
                    "proxmox-ve",
                    "8.4.0~lab1",
                    List.of("pve-manager", "qemu-server"),
                    "the whole of Proxmox VE",
                    List.of()),
            new StandInPackage(
                    "pve-cluster",
                    "8.1.0~lab1",
                    List.of(),
                    "Proxmox VE's cluster file system",
                    List.of(
                            program("usr/bin/pvecm"),
                            daemon("usr/bin/pmxcfs"),
                            unit("pve-cluster", "/usr/bin/pmxcfs"),
                            ArchiveEntry.folder("etc/pve/"))),
            new StandInPackage(
                    "pve-manager",
                    "8.4.0~lab1",
                    List.of("pve-cluster"),
                    "Proxmox VE's API and web interface",
                    List.of(
                            program("usr/bin/pveversion"),
                            program("usr/bin/pvesh"),
                            program("usr/bin/pveceph"),
                            daemon("usr/bin/pvedaemon"),
                            daemon("usr/bin/pveproxy"),
                            daemon("usr/bin/pvestatd"),
                            unit("pvedaemon", "/usr/bin/pvedaemon"),
                            unit("pveproxy", "/usr/bin/pveproxy"),
                            unit("pvestatd", "/usr/bin/pvestatd"))),
            new StandInPackage(
                    "qemu-server",
                    "8.4.0~lab1",
                    List.of("pve-cluster"),
                    "Proxmox VE's tools for virtual machines",
                    List.of(program("usr/sbin/qm"))))),

    /// Debian 12 has Ceph 16.
    CEPH(List.of(
            new StandInPackage(
                    "ceph",
                    "19.2.0~lab1",
                    List.of("ceph-common", "ceph-mgr", "ceph-mon", "ceph-osd"),
                    "a Ceph host's daemons and tools",
                    List.of()),
            new StandInPackage(
                    "ceph-common",
                    "19.2.0~lab1",
                    List.of(),
                    "Ceph's tools",
                    List.of(program("usr/bin/ceph"), program("usr/bin/rbd"), ArchiveEntry.folder("etc/ceph/"))),
            new StandInPackage(
                    "ceph-mgr", "19.2.0~lab1", List.of(), "Ceph's manager", List.of(daemon("usr/bin/ceph-mgr"))),
            new StandInPackage(
                    "ceph-mon", "19.2.0~lab1", List.of(), "Ceph's monitor", List.of(daemon("usr/bin/ceph-mon"))),
            new StandInPackage(
                    "ceph-osd", "19.2.0~lab1", List.of(), "Ceph's storage daemon", List.of(daemon("usr/bin/ceph-osd"))),
            new StandInPackage(
                    "ceph-volume",
                    "19.2.0~lab1",
                    List.of(),
                    "what prepares Ceph's disks",
                    List.of(program("usr/sbin/ceph-volume")))));

    private final List<StandInPackage> packages;

    Vendor(List<StandInPackage> packages) {
        this.packages = packages;
    }

    List<StandInPackage> packages() {
        return packages;
    }

    /// As its repository is addressed.
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Says what it is, and fails: nobody shall take it for the real one.
    private static ArchiveEntry program(String path) {
        return ArchiveEntry.program(path, "#!/bin/sh\necho \"${0##*/}: a stand-in of Freehold's lab\" >&2\nexit 1\n");
    }

    /// Runs and does nothing, so that a machine with its unit enabled starts up whole.
    private static ArchiveEntry daemon(String path) {
        return ArchiveEntry.program(
                path, "#!/bin/sh\necho \"${0##*/}: a stand-in of Freehold's lab\" >&2\nexec sleep infinity\n");
    }

    private static ArchiveEntry unit(String name, String program) {
        return ArchiveEntry.file(
                "lib/systemd/system/" + name + ".service",
                "[Unit]\nDescription=Stand-in for " + name + "\n\n[Service]\nExecStart=" + program
                        + "\n\n[Install]\nWantedBy=multi-user.target\n");
    }
}
