package dev.freehold.adapters.local.flux;

import dev.freehold.domain.resource.SetupResource.EncryptedSecret;
import dev.freehold.domain.secret.SecretName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A value that only a person has, and that has to be in the vault before a secret can be encrypted.
///
/// @param words what it is and where it comes from
/// @param begins what each such value begins with, by its issuer's rules; empty where nothing is known
public record NeededSecret(SecretName name, String words, String begins) {
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

    private static NeededSecret needed(String name, String words, String begins) {
        return new NeededSecret(new SecretName(name), words, begins);
    }

    /// What `secret` is made of, in the order of its keys.
    public static List<NeededSecret> of(EncryptedSecret secret) {
        return App.secretNamed(secret.name()).map(App.Needed::keys).orElse(List.of()).stream()
                .map(key -> KubernetesSecret.name(secret.name(), key))
                .map(name -> KNOWN.getOrDefault(name.text(), new NeededSecret(name, "The value of " + name, "")))
                .toList();
    }

    /// Why that is no such value; empty if it may be one. Shows nothing of it.
    public Optional<String> objection(String value) {
        if (value.isBlank()) {
            return Optional.of("please answer");
        }
        if (!value.equals(value.strip()) || value.lines().count() > 1) {
            return Optional.of("it is one line, without blanks around it");
        }
        return value.startsWith(begins) ? Optional.empty() : Optional.of("it begins with " + begins);
    }
}
