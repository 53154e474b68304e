package dev.freehold.domain.spec;

import org.jspecify.annotations.Nullable;

/// How the platform is reached.
///
/// @param ingress how the outside reaches the cluster; absent: not at all
/// @param loadBalancer Oracle's, in front of the ingress; absent: none
/// @param mesh how its owner reaches every machine
public record AccessSpec(
        @Nullable IngressSpec ingress, @Nullable LoadBalancerSpec loadBalancer, MeshSpec mesh) {}
