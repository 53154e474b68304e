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
    /// @param state OCI's lifecycle state, `RUNNING` once it runs
    /// @param markedFree does Oracle mark it as one that is Always Free?
    /// @param week how much was made of it in seven days; absent where nothing was measured, or not as long
    public record Machine(
            String name, Size size, String state, Addresses addresses, boolean markedFree, Optional<Week> week) {

        /// @param shape Oracle's name of the shape
        public record Size(String shape, Ocpus ocpus, Gigabytes memory, Gigabytes bootVolume) {}

        /// @param address its primary private one
        /// @param tailnetAddress where it has joined the tailnet
        public record Addresses(Ipv4 address, Optional<Ipv4> publicAddress, Optional<Ipv4> tailnetAddress) {}
    }

    /// What a machine did in the last seven days, each as the 95th percentile of its hours, in percent of what
    /// it has.
    ///
    /// @param memory absent where it doesn't count: Oracle looks at it on A1 alone
    public record Week(double cpu, double network, Optional<Double> memory) {
        /// Oracle's threshold: an instance that stays under it in everything is idle, and may be stopped.
        public static final double IDLE_BELOW = 20;

        public boolean isIdle() {
            return cpu < IDLE_BELOW
                    && network < IDLE_BELOW
                    && memory.map(share -> share < IDLE_BELOW).orElse(true);
        }
    }
}
