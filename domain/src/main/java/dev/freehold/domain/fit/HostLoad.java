package dev.freehold.domain.fit;

import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.spec.KubernetesSpec.Machines;

/// A host and the VMs placed on it so far.
///
/// @param sameRole how many of them have the role that is being placed
/// @param vmMemory what they take of the host's memory, QEMU's share included
/// @param vmDisk what they take of VM storage
record HostLoad(HostCapacity capacity, int vms, int sameRole, Gigabytes vmMemory, Gigabytes vmDisk) {

    static HostLoad empty(HostCapacity capacity) {
        return new HostLoad(capacity, 0, 0, Gigabytes.ZERO, Gigabytes.ZERO);
    }

    HostLoad with(Machines vm) {
        return new HostLoad(
                capacity,
                vms + 1,
                sameRole + 1,
                vmMemory.plus(capacity.memoryOf(vm)),
                vmDisk.plus(HostCapacity.diskOf(vm)));
    }

    HostLoad forNextRole() {
        return new HostLoad(capacity, vms, 0, vmMemory, vmDisk);
    }

    Gigabytes committed() {
        return capacity.systemMemory().plus(vmMemory);
    }

    boolean isOvercommitted() {
        return committed().compareTo(capacity.usableMemory()) > 0;
    }

    boolean isThinPoolOverfull() {
        return capacity.osd().count().signum() == 0 && vmDisk.compareTo(capacity.thinPool()) > 0;
    }

    private boolean hasRoomFor(Machines vm) {
        var then = with(vm);
        return !then.isOvercommitted() && !then.isThinPoolOverfull();
    }

    /// Is this the better place for `vm`? Of two alike neither is.
    boolean isBetterThan(HostLoad other, Machines vm) {
        boolean room = hasRoomFor(vm);
        if (room != other.hasRoomFor(vm)) {
            return room;
        }
        if (sameRole != other.sameRole) {
            return sameRole < other.sameRole;
        }
        return vms < other.vms;
    }
}
