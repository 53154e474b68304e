package dev.freehold.domain.spec;

import java.util.List;

/// The Kubernetes cluster and what runs in it.
///
/// @param apps those that a deployment waits for
public record ClusterSpec(KubernetesSpec kubernetes, GitopsSpec gitops, List<String> apps) {
    public ClusterSpec {
        apps = List.copyOf(apps);
    }
}
