package dev.freehold.lab.oracle.quota;

import java.util.Map;
import java.util.Optional;

/// The families of the quotas that are named like a limit of the lab: Oracle's pages on compute quotas (19
/// September 2024), block volume, networking and object storage quotas (8 June 2023). The regional A1 names are on
/// no page; policies that are in use have them.
public final class QuotaNames {
    private static final Map<String, String> FAMILIES = Map.ofEntries(
            Map.entry("standard-a1-core-count", "compute-core"),
            Map.entry("standard-a1-core-regional-count", "compute-core"),
            Map.entry("standard-e2-micro-core-count", "compute-core"),
            Map.entry("standard-a1-memory-count", "compute-memory"),
            Map.entry("standard-a1-memory-regional-count", "compute-memory"),
            Map.entry("custom-image-count", "compute"),
            Map.entry("total-storage-gb", "block-storage"),
            Map.entry("volume-count", "block-storage"),
            Map.entry("backup-count", "block-storage"),
            Map.entry("vcn-count", "vcn"),
            Map.entry("reserved-public-ip-count", "vcn"),
            Map.entry("lb-flexible-count", "load-balancer"),
            Map.entry("lb-flexible-bandwidth-sum", "load-balancer"),
            Map.entry("lb-10mbps-micro-count", "load-balancer"),
            Map.entry("storage-bytes", "object-storage"));

    private QuotaNames() {}

    /// None where a limit has no quota beside it.
    public static Optional<String> family(String limit) {
        return Optional.ofNullable(FAMILIES.get(limit));
    }
}
