package dev.freehold.domain.fit;

import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.spec.KubernetesSpec.Machines;
import dev.freehold.domain.spec.Spec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Talos' own minimums. VCPUs may exceed a host's cores, so nothing holds them against each other.
final class VmRules {
    private VmRules() {}

    static List<FitViolation> misfits(Spec spec) {
        var misfits = new ArrayList<FitViolation>();
        minimums(spec.cluster().kubernetes().controlPlanes(), "kubernetes.control-planes", misfits);
        minimums(spec.cluster().kubernetes().workers(), "kubernetes.workers", misfits);
        return misfits;
    }

    private static void minimums(Machines vms, String path, List<FitViolation> misfits) {
        if (vms.count() == 0) {
            return;
        }
        minimum(BigDecimal.valueOf(vms.cores()), Footprint.TALOS_CORES, "vCPUs", path + ".cores", misfits);
        minimum(vms.memory().count(), Footprint.TALOS_MEMORY, "GB of memory", path + ".memory-gb", misfits);
        minimum(vms.disk().count(), Footprint.TALOS_DISK, "GB of disk", path + ".disk-gb", misfits);
    }

    private static void minimum(BigDecimal has, Footprint least, String of, String path, List<FitViolation> misfits) {
        if (has.compareTo(least.value()) < 0) {
            var message = path + " is " + has.toPlainString() + "; Talos needs at least " + least.value() + " " + of
                    + ". Write " + least.value() + " or more.";
            misfits.add(FitViolation.of(Layer.TALOS, FitRule.VM_MINIMUM, message, has, least.value(), path));
        }
    }
}
