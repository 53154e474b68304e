package dev.freehold.lab.oracle.limit;

import dev.freehold.lab.world.Tx;
import java.util.stream.Stream;

/// A measure of what stands of something that is limited.
public interface Gauge {
    Stream<Use> uses(Tx tx);

    /// What one resource takes of it.
    ///
    /// @param availabilityDomain empty where it is in none
    record Use(String compartmentId, String availabilityDomain, long amount) {}
}
