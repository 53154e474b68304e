package dev.freehold.ports.probe;

import java.util.List;

/// The Kubernetes cluster as its API reports it.
///
/// @param endpoint the address at which the API answered
/// @param nodes its nodes, by name
/// @param ciliumReady do Cilium's agents run on every node?
/// @param fluxRevision the revision that Flux applied last; empty if it never did
/// @param apps what Flux looks after, by name
public record KubernetesFacts(
        String endpoint, List<Node> nodes, boolean ciliumReady, String fluxRevision, List<App> apps) {
    public KubernetesFacts {
        nodes = List.copyOf(nodes);
        apps = List.copyOf(apps);
    }

    public record Node(String name, boolean ready) {}

    public record App(String name, boolean ready) {}
}
