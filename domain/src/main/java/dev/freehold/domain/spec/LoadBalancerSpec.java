package dev.freehold.domain.spec;

import dev.freehold.domain.quantity.Mbps;

/// OCI's flexible load balancer, between two bandwidths.
public record LoadBalancerSpec(Mbps min, Mbps max) {}
