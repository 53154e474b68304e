package dev.freehold.domain.fit;

import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.spec.Spec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// Memory and boot volume of each host against what it carries.
final class HostRules {
    private final Placement placement;
    private final boolean ceph;
    private final List<FitViolation> misfits = new ArrayList<>();

    private HostRules(Placement placement, boolean ceph) {
        this.placement = placement;
        this.ceph = ceph;
    }

    static List<FitViolation> misfits(Spec spec, Placement placement) {
        var rules = new HostRules(placement, spec.ceph() != null);
        var loads = placement.loads().iterator();
        int at = 0;
        for (var node : spec.nodes()) {
            if (node.isHost()) {
                var load = loads.next();
                rules.memory(load, at);
                rules.bootVolume(load, at);
            }
            at++;
        }
        return rules.misfits;
    }

    private void memory(HostLoad load, int at) {
        if (!load.isOvercommitted()) {
            return;
        }
        var host = load.capacity();
        boolean withoutVms = host.systemMemory().compareTo(host.usableMemory()) > 0;
        var message = host.name() + " would carry " + load.committed() + " of memory ("
                + (ceph ? "system and Ceph " : "system ") + host.systemMemory()
                + vms(load, load.vmMemory(), "") + ") and has " + shown(host.usableMemory()) + " of its "
                + host.memory() + " to use. Raise memory-gb, make the VMs smaller (kubernetes), or "
                + (ceph ? "leave Ceph out (ceph: null)." : "add a host.");
        misfits.add(FitViolation.of(
                withoutVms ? Layer.PROXMOX : Layer.TALOS,
                FitRule.HOST_MEMORY,
                message,
                load.committed().count(),
                host.usableMemory().count(),
                "nodes[" + at + "].memory-gb"));
    }

    private String vms(HostLoad load, Gigabytes taken, String none) {
        var vms = placement.vmsOn(load.capacity().name());
        return vms.isEmpty() ? none : ", " + String.join(" and ", vms) + " " + shown(taken);
    }

    private void bootVolume(HostLoad load, int at) {
        var host = load.capacity();
        var system = ceph ? leastSystemDisk() : Footprint.SYSTEM_DISK_KEPT.value();
        var needed = system.add(host.osd().count());
        if (host.bootVolume().count().compareTo(needed) < 0) {
            var message = host.name() + " has a boot volume of " + host.bootVolume() + "; the system needs " + system
                    + " GB of it" + (ceph ? " and the OSD " + host.osd() : "") + ". Raise boot-volume-gb"
                    + (ceph ? " or lower ceph.osd-gb." : ".");
            misfits.add(space(Layer.PROXMOX, message, needed, host.bootVolume(), at));
        } else if (load.isThinPoolOverfull()) {
            var message = host.name() + " has " + host.thinPool() + " for VM disks beside the system"
                    + vms(load, load.vmDisk(), "") + " on it. Raise boot-volume-gb or make the VMs' disks smaller.";
            misfits.add(space(
                    Layer.TALOS,
                    message,
                    load.vmDisk().count().add(Footprint.SYSTEM_DISK_KEPT.value()),
                    host.bootVolume(),
                    at));
        }
    }

    /// The boot volume's share that keeps Ceph's monitor from warning of a full disk, rounded up to a tenth.
    private static BigDecimal leastSystemDisk() {
        return Footprint.SYSTEM_DISK
                .value()
                .divide(Footprint.SYSTEM_DISK_SHARE.value(), 2, RoundingMode.CEILING)
                .add(Footprint.BOOT_PARTITIONS.value())
                .setScale(1, RoundingMode.CEILING);
    }

    private static FitViolation space(Layer layer, String message, BigDecimal needed, Gigabytes bootVolume, int at) {
        return FitViolation.of(
                layer,
                FitRule.BOOT_VOLUME_SPACE,
                message,
                needed,
                bootVolume.count(),
                "nodes[" + at + "].boot-volume-gb");
    }

    private static String shown(Gigabytes amount) {
        return amount.count()
                        .setScale(2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString() + " GB";
    }
}
