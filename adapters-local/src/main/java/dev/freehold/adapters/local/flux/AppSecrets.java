package dev.freehold.adapters.local.flux;

import dev.freehold.domain.resource.SetupResource.EncryptedSecret;
import dev.freehold.domain.secret.SecretName;
import dev.freehold.ports.secret.NeededSecret;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// What a person is asked for so that the Secrets of apps can be encrypted.
public final class AppSecrets {
    /// By the keys of the Secrets that apps read; the issuers' own documentation, November 2026.
    private static final Map<String, NeededSecret> KNOWN = Map.of(
            "operator-oauth.client-id",
            needed(
                    "operator-oauth.client-id",
                    "The id of the OAuth client for Tailscale's Kubernetes operator (admin console, tag"
                            + " tag:k8s-operator, write on Devices Core, Auth Keys and Services)",
                    ""),
            "operator-oauth.client-secret",
            needed(
                    "operator-oauth.client-secret",
                    "The secret of the OAuth client for Tailscale's Kubernetes operator",
                    "tskey-client-"),
            "grafana-cloud.logs-url",
            needed("grafana-cloud.logs-url", "The URL that Grafana Cloud takes logs at", "https://"),
            "grafana-cloud.logs-user",
            needed("grafana-cloud.logs-user", "The user that logs are sent to Grafana Cloud as", ""),
            "grafana-cloud.metrics-url",
            needed("grafana-cloud.metrics-url", "The URL that Grafana Cloud takes metrics at", "https://"),
            "grafana-cloud.metrics-user",
            needed("grafana-cloud.metrics-user", "The user that metrics are sent to Grafana Cloud as", ""),
            "grafana-cloud.token",
            needed("grafana-cloud.token", "Grafana Cloud's access policy token, to write logs and metrics", "glc_"));

    private AppSecrets() {}

    private static NeededSecret needed(String name, String words, String begins) {
        return new NeededSecret(new SecretName(name), words, begins);
    }

    /// Of every app.
    public static List<NeededSecret> every() {
        return KNOWN.values().stream()
                .sorted(Comparator.comparing(NeededSecret::name))
                .toList();
    }

    /// What `secret` is made of, in the order of its keys.
    public static List<NeededSecret> of(EncryptedSecret secret) {
        return HelmApp.secretNamed(secret.name()).map(HelmApp.AppSecret::keys).orElse(List.of()).stream()
                .map(key -> KubernetesSecret.name(secret.name(), key))
                .map(name -> KNOWN.getOrDefault(name.text(), new NeededSecret(name, "The value of " + name, "")))
                .toList();
    }
}
