package dev.freehold.domain.blueprint;

import org.jspecify.annotations.Nullable;

/// What the platform has to provide for an app before Flux can bring it.
///
/// @param privileged whether its pods are refused under Talos' baseline level of Pod Security Admission
/// @param secret the name of the encrypted secret it reads; absent if it needs none
record App(
        String name,
        String namespace,
        boolean privileged,
        @Nullable String secret) {

    static App named(String name) {
        return switch (name) {
            case "tailscale-operator" -> new App(name, "tailscale", true, "operator-oauth");
            case "alloy" -> new App(name, "monitoring", true, "grafana-cloud"); // mounts the nodes' log folders
            default -> new App(name, name, false, null);
        };
    }
}
