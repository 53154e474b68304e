package dev.freehold.adapters.local.flux;

import static dev.freehold.domain.yaml.YamlValue.entry;
import static dev.freehold.domain.yaml.YamlValue.group;
import static dev.freehold.domain.yaml.YamlValue.items;
import static dev.freehold.domain.yaml.YamlValue.word;

import dev.freehold.domain.yaml.YamlValue.Block;
import dev.freehold.domain.yaml.YamlValue.Group;
import java.util.List;
import java.util.Optional;

/// An app that Flux brings, by its publisher's chart. Charts, addresses and values are each project's own
/// documentation's, November 2026.
///
/// @param podSecurity the level of Pod Security Admission that its pods need
/// @param versions the chart versions that are taken: of one major version, whose values these are
/// @param values the chart's
/// @param secret the Secret that it reads, and that Secret's keys
record HelmApp(
        String name,
        String namespace,
        String podSecurity,
        String charts,
        String versions,
        Group values,
        Optional<AppSecret> secret) {

    /// A Secret in the app's namespace.
    ///
    /// @param keys of its data
    record AppSecret(String name, List<String> keys) {
        AppSecret {
            keys = List.copyOf(keys);
        }
    }

    private static final HelmApp TAILSCALE_OPERATOR = new HelmApp(
            "tailscale-operator",
            "tailscale",
            "privileged",
            "https://pkgs.tailscale.com/helmcharts",
            "1.x",
            group(entry("operatorConfig", group(entry("hostname", word("tailscale-operator"))))),
            // The name and the keys that the operator looks for.
            Optional.of(new AppSecret("operator-oauth", List.of("client_id", "client_secret"))));

    private static final HelmApp CERT_MANAGER = new HelmApp(
            "cert-manager",
            "cert-manager",
            "restricted",
            "https://charts.jetstack.io",
            "1.x",
            group(entry("crds", group(entry("enabled", word(true)), entry("keep", word(true))))),
            Optional.empty());

    /// Alloy's own language: logs and metrics of every pod, to Grafana Cloud.
    private static final String ALLOY_CONFIGURATION = """
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
        """;

    private static final HelmApp ALLOY = new HelmApp(
            "alloy",
            "monitoring",
            "privileged",
            "https://grafana.github.io/helm-charts",
            "1.x",
            group(entry(
                    "alloy",
                    group(
                            entry(
                                    "envFrom",
                                    items(List.of(
                                            group(entry("secretRef", group(entry("name", word("grafana-cloud")))))))),
                            entry("mounts", group(entry("varlog", word(true)))),
                            entry("configMap", group(entry("content", new Block(ALLOY_CONFIGURATION))))))),
            Optional.of(new AppSecret(
                    "grafana-cloud", List.of("LOGS_URL", "LOGS_USER", "METRICS_URL", "METRICS_USER", "TOKEN"))));

    private static final List<HelmApp> ALL = List.of(TAILSCALE_OPERATOR, CERT_MANAGER, ALLOY);

    /// The app of that name; empty for one that nobody here knows.
    static Optional<HelmApp> named(String name) {
        return ALL.stream().filter(app -> app.name().equals(name)).findFirst();
    }

    /// The Secret of that name, whichever app reads it.
    static Optional<AppSecret> secretNamed(String name) {
        return ALL.stream()
                .flatMap(app -> app.secret().stream())
                .filter(secret -> secret.name().equals(name))
                .findFirst();
    }
}
