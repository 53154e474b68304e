package dev.freehold.domain.fit;

import dev.freehold.domain.allowance.Violation;
import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.spec.Spec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether the platform can live on its hosts at all. Its numbers are those of [Footprint].
public final class Fit {
    private final List<Host> hosts;
    private final @Nullable Ceph ceph;
    private final List<FitViolation> misfits;
    private final List<String> remarks;

    private Fit(List<Host> hosts, @Nullable Ceph ceph, List<FitViolation> misfits, List<String> remarks) {
        this.hosts = List.copyOf(hosts);
        this.ceph = ceph;
        this.misfits = List.copyOf(misfits);
        this.remarks = List.copyOf(remarks);
    }

    /// What one host carries.
    ///
    /// @param memory what the instance has; its kernel leaves `usableMemory` of it
    /// @param committed what the system, Ceph's daemons and VMs take
    /// @param osd the partition of the boot volume that Ceph has; zero without Ceph
    /// @param thinPool what local VM disks can have; zero with Ceph
    /// @param vms the names of the Talos VMs that start on it
    public record Host(
            String name,
            Gigabytes memory,
            Gigabytes usableMemory,
            Gigabytes committed,
            Gigabytes bootVolume,
            Gigabytes osd,
            Gigabytes thinPool,
            List<String> vms) {
        public Host {
            vms = List.copyOf(vms);
        }
    }

    /// Shared storage.
    ///
    /// @param raw all partitions together
    /// @param usable what fits with its copies, below the near-full ratio
    /// @param provisioned what the VMs' disks may come to take
    public record Ceph(Gigabytes raw, Gigabytes usable, Gigabytes provisioned) {}

    public static Fit of(Spec spec) {
        var placement = Placement.of(spec);
        var ceph = CephRules.capacity(spec);
        var misfits = new ArrayList<FitViolation>();
        misfits.addAll(TopologyRules.misfits(spec));
        misfits.addAll(HostRules.misfits(spec, placement));
        misfits.addAll(CephRules.misfits(spec, ceph));
        misfits.addAll(VmRules.misfits(spec));
        var hosts =
                placement.loads().stream().map(load -> host(load, placement)).toList();
        return new Fit(hosts, ceph, misfits, LostHost.remarks(spec, placement));
    }

    private static Host host(HostLoad load, Placement placement) {
        var capacity = load.capacity();
        return new Host(
                capacity.name(),
                capacity.memory(),
                capacity.usableMemory(),
                load.committed(),
                capacity.bootVolume(),
                capacity.osd(),
                capacity.thinPool(),
                placement.vmsOn(capacity.name()));
    }

    /// The Proxmox hosts in the order of the spec.
    public List<Host> hosts() {
        return hosts;
    }

    /// Absent where the spec has no shared storage.
    public @Nullable Ceph ceph() {
        return ceph;
    }

    /// Everything that doesn't fit, whatever is planned.
    public List<Violation> violations() {
        return misfits.stream().map(FitViolation::violation).toList();
    }

    /// What doesn't fit and stops one of the `planned` phases or what they stand on: the machines of the OCI
    /// phase ask for nothing that is checked here.
    public List<Violation> violations(Collection<Layer> planned) {
        return misfits.stream()
                .filter(misfit -> misfit.concerns(planned))
                .map(FitViolation::violation)
                .toList();
    }

    /// What people should know of a platform that fits, above all what a lost host costs.
    public List<String> remarks() {
        return remarks;
    }
}
