package dev.freehold.adapters.local.flux;

import java.time.Duration;
import java.util.List;

/// Kubernetes objects as YAML texts. Every value that comes from the spec is quoted.
///
/// The API versions are the only ones, or the stable ones, of Flux 2.9's CRDs.
final class Manifest {
    static final String FLUX_NAMESPACE = "flux-system";

    private Manifest() {}

    static String namespace(String name, String podSecurity) {
        // What Flux no longer knows it prunes; with a namespace everything in it would go.
        return """
            ---
            apiVersion: v1
            kind: Namespace
            metadata:
              name: %s
              labels:
                pod-security.kubernetes.io/enforce: %s
              annotations:
                kustomize.toolkit.fluxcd.io/prune: disabled
            """.formatted(quoted(name), quoted(podSecurity));
    }

    static String helmRepository(App app) {
        return """
            ---
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: HelmRepository
            metadata:
              name: %s
              namespace: %s
            spec:
              interval: 1h
              url: %s
            """.formatted(quoted(app.name()), FLUX_NAMESPACE, quoted(app.charts()));
    }

    static String helmRelease(App app) {
        return """
            ---
            apiVersion: helm.toolkit.fluxcd.io/v2
            kind: HelmRelease
            metadata:
              name: %s
              namespace: %s
            spec:
              interval: 10m
              timeout: 10m
              chart:
                spec:
                  chart: %s
                  version: %s
                  sourceRef:
                    kind: HelmRepository
                    name: %s
                    namespace: %s
              install:
                remediation:
                  retries: 3
              upgrade:
                remediation:
                  retries: 3
              values:
            %s\
            """.formatted(
                        quoted(app.name()),
                        quoted(app.namespace()),
                        quoted(app.name()),
                        quoted(app.versions()),
                        quoted(app.name()),
                        FLUX_NAMESPACE,
                        app.values().indent(4).replaceAll("(?m)^ +$", ""));
    }

    static String gitRepository(String name, String url, String branch, Duration interval) {
        return """
            ---
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: GitRepository
            metadata:
              name: %s
              namespace: %s
            spec:
              interval: %s
              url: %s
              ref:
                branch: %s
              secretRef:
                name: git-credential
            """.formatted(quoted(name), FLUX_NAMESPACE, interval(interval), quoted(url), quoted(branch));
    }

    /// A Kustomization of a folder, decrypting what SOPS encrypted.
    ///
    /// @param after those that must be ready before it
    /// @param prune whether what leaves the folder leaves the cluster
    static String kustomization(
            String name, String repository, String path, Duration interval, List<String> after, boolean prune) {
        var waiting = new StringBuilder();
        if (!after.isEmpty()) {
            waiting.append("  dependsOn:\n");
            after.forEach(
                    one -> waiting.append("    - name: ").append(quoted(one)).append('\n'));
        }
        return """
            ---
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata:
              name: %s
              namespace: %s
            spec:
            %s  interval: %s
              retryInterval: 2m
              timeout: 10m
              path: %s
              prune: %s
              wait: true
              sourceRef:
                kind: GitRepository
                name: %s
              decryption:
                provider: sops
                secretRef:
                  name: sops-age
            """.formatted(
                        quoted(name),
                        FLUX_NAMESPACE,
                        waiting,
                        interval(interval),
                        quoted("./" + path),
                        prune,
                        quoted(repository));
    }

    /// Kustomize's own list of what a folder holds.
    static String folder(List<String> files) {
        var text = new StringBuilder("""
            ---
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            resources:
            """);
        files.forEach(file -> text.append("  - ").append(quoted(file)).append('\n'));
        return text.toString();
    }

    /// As Go writes durations.
    private static String interval(Duration interval) {
        return interval.toSeconds() % 60 == 0 ? interval.toMinutes() + "m" : interval.toSeconds() + "s";
    }

    static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
