package dev.freehold.domain.spec;

import dev.freehold.domain.quantity.Gigabytes;

/// Shared storage across the hosts.
///
/// @param osd the partition of each host's boot volume that Ceph gets
/// @param size how many copies of each object
/// @param minSize how many copies must be there to go on writing
public record CephSpec(Gigabytes osd, String pool, int size, int minSize) {}
