package dev.freehold.domain.spec;

import dev.freehold.domain.network.Ipv4;

/// How the outside reaches the cluster: a secondary private address on a host, mapped 1:1 to a NodePort.
///
/// @param nodePort the port of the cluster's ingress controller on every Kubernetes node, 30000 to 32767
public record IngressSpec(NodeSpec.PublicIp publicIp, Ipv4 address, int nodePort) {}
