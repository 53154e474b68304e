package dev.freehold.domain.fit;

import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.spec.KubernetesSpec.Machines;
import dev.freehold.domain.spec.Spec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// VM disks times their copies against Ceph's capacity below its near-full ratio.
final class CephRules {
    private CephRules() {}

    static Fit.@Nullable Ceph capacity(Spec spec) {
        var ceph = spec.ceph();
        if (ceph == null) {
            return null;
        }
        int hosts = spec.hosts().size();
        var osd = ceph.osd().minus(new Gigabytes(Footprint.OSD_OVERHEAD.value()));
        var usable = osd.count()
                .multiply(BigDecimal.valueOf(hosts))
                .multiply(Footprint.NEAR_FULL.value())
                .divide(BigDecimal.valueOf(Math.max(1, ceph.size())), 2, RoundingMode.FLOOR);
        var kubernetes = spec.cluster().kubernetes();
        var provisioned = disks(kubernetes.controlPlanes()).plus(disks(kubernetes.workers()));
        return new Fit.Ceph(ceph.osd().times(hosts), new Gigabytes(usable), provisioned);
    }

    private static Gigabytes disks(Machines machines) {
        return HostCapacity.diskOf(machines).times(machines.count());
    }

    static List<FitViolation> misfits(Spec spec, Fit.@Nullable Ceph ceph) {
        if (ceph == null || spec.hosts().isEmpty() || ceph.provisioned().compareTo(ceph.usable()) <= 0) {
            return List.of();
        }
        int copies = spec.ceph() == null ? 0 : spec.ceph().size();
        var message = "The VMs' disks come to " + ceph.provisioned() + " with their EFI disks; Ceph keeps " + copies
                + " copies of " + ceph.usable() + " before it is near full. Raise ceph.osd-gb, or lower disk-gb or"
                + " count of the VMs (kubernetes).";
        return List.of(FitViolation.of(
                ceph.usable().count().signum() == 0 ? Layer.PROXMOX : Layer.TALOS,
                FitRule.CEPH_CAPACITY,
                message,
                ceph.provisioned().count(),
                ceph.usable().count(),
                "ceph.osd-gb"));
    }
}
