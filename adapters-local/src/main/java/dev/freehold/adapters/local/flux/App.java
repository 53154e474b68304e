package dev.freehold.adapters.local.flux;

import java.util.List;
import java.util.Optional;

/// An app that Flux brings, by its publisher's chart. Charts, addresses and values are each project's own
/// documentation's, November 2026.
///
/// @param podSecurity the level of Pod Security Admission that its pods need
/// @param versions the chart versions that are taken: of one major version, whose values these are
/// @param values the chart's, YAML
/// @param secret the Secret that it reads, and that Secret's keys
record App(
        String name,
        String namespace,
        String podSecurity,
        String charts,
        String versions,
        String values,
        Optional<Needed> secret) {

    /// A Secret in the app's namespace.
    ///
    /// @param keys of its data
    record Needed(String name, List<String> keys) {
        Needed {
            keys = List.copyOf(keys);
        }
    }

    private static final App TAILSCALE_OPERATOR = new App(
            "tailscale-operator",
            "tailscale",
            "privileged",
            "https://pkgs.tailscale.com/helmcharts",
            "1.x",
            """
            operatorConfig:
              hostname: tailscale-operator
            """,
            // The name and the keys that the operator looks for.
            Optional.of(new Needed("operator-oauth", List.of("client_id", "client_secret"))));

    private static final App CERT_MANAGER = new App(
            "cert-manager", "cert-manager", "restricted", "https://charts.jetstack.io", "1.x", """
                crds:
                  enabled: true
                  keep: true
                """, Optional.empty());

    private static final App ALLOY = new App(
            "alloy",
            "monitoring",
            "privileged",
            "https://grafana.github.io/helm-charts",
            "1.x",
            """
            alloy:
              envFrom:
                - secretRef:
                    name: grafana-cloud
              mounts:
                varlog: true
              configMap:
                content: |
                  discovery.kubernetes "pods" {
                    role = "pod"
                  }

                  loki.source.kubernetes "pods" {
                    targets    = discovery.kubernetes.pods.targets
                    forward_to = [loki.write.grafana_cloud.receiver]
                  }

                  loki.write "grafana_cloud" {
                    endpoint {
                      url = sys.env("LOGS_URL")

                      basic_auth {
                        username = sys.env("LOGS_USER")
                        password = sys.env("TOKEN")
                      }
                    }
                  }

                  prometheus.scrape "pods" {
                    targets    = discovery.kubernetes.pods.targets
                    forward_to = [prometheus.remote_write.grafana_cloud.receiver]
                  }

                  prometheus.remote_write "grafana_cloud" {
                    endpoint {
                      url = sys.env("METRICS_URL")

                      basic_auth {
                        username = sys.env("METRICS_USER")
                        password = sys.env("TOKEN")
                      }
                    }
                  }
            """,
            Optional.of(new Needed(
                    "grafana-cloud", List.of("LOGS_URL", "LOGS_USER", "METRICS_URL", "METRICS_USER", "TOKEN"))));

    private static final List<App> ALL = List.of(TAILSCALE_OPERATOR, CERT_MANAGER, ALLOY);

    /// The app of that name; empty for one that nobody here knows.
    static Optional<App> named(String name) {
        return ALL.stream().filter(app -> app.name().equals(name)).findFirst();
    }

    /// The Secret of that name, whichever app reads it.
    static Optional<Needed> secretNamed(String name) {
        return ALL.stream()
                .flatMap(app -> app.secret().stream())
                .filter(secret -> secret.name().equals(name))
                .findFirst();
    }
}
