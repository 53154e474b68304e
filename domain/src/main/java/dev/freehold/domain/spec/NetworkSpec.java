package dev.freehold.domain.spec;

import dev.freehold.domain.network.Cidr;
import java.util.List;

/// The networks of the hosts and of the VMs.
///
/// @param vms the overlay across the hosts on which VMs live
/// @param sshFrom who may reach SSH from outside
public record NetworkSpec(Cidr vcn, Cidr subnet, Cidr vms, List<Cidr> sshFrom) {
    public NetworkSpec {
        sshFrom = List.copyOf(sshFrom);
    }
}
