package dev.freehold.ports.probe;

import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.quantity.Ocpus;
import java.util.List;
import java.util.Optional;

/// What stands on Oracle Cloud in the platform's compartment.
public record CloudFacts(List<Cidr> vcns, List<Cidr> subnets, List<Machine> machines, int reservedPublicIps) {
    public CloudFacts {
        vcns = List.copyOf(vcns);
        subnets = List.copyOf(subnets);
        machines = List.copyOf(machines);
    }

    /// One instance.
    ///
    /// @param shape Oracle's name of the shape
    /// @param state OCI's lifecycle state, `RUNNING` once it runs
    /// @param tailnetAddress where it has joined the tailnet
    public record Machine(
            String name,
            String shape,
            Ocpus ocpus,
            Gigabytes memory,
            Gigabytes bootVolume,
            String state,
            Ipv4 address,
            Optional<Ipv4> publicAddress,
            Optional<Ipv4> tailnetAddress) {}
}
