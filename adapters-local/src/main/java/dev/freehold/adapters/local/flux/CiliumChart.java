package dev.freehold.adapters.local.flux;

import static dev.freehold.domain.yaml.YamlValue.entry;
import static dev.freehold.domain.yaml.YamlValue.group;
import static dev.freehold.domain.yaml.YamlValue.quoted;
import static dev.freehold.domain.yaml.YamlValue.word;

import dev.freehold.domain.resource.SetupResource.CiliumManifest;
import dev.freehold.domain.yaml.YamlValue;
import dev.freehold.domain.yaml.YamlWriter;
import dev.freehold.ports.fetch.ChartRenderer;
import java.nio.file.Path;
import java.util.List;

/// How Cilium is installed on Talos: the values that Talos' guide to Cilium without kube-proxy gives, for 1.13
/// and later.
final class CiliumChart {
    /// What Flux 2.9 asks for at least. The chart refuses versions that it doesn't know.
    private static final String KUBERNETES = "1.34.0";

    private static final List<String> AGENT_CAPABILITIES = List.of(
            "CHOWN",
            "KILL",
            "NET_ADMIN",
            "NET_RAW",
            "IPC_LOCK",
            "SYS_ADMIN",
            "SYS_RESOURCE",
            "DAC_OVERRIDE",
            "FOWNER",
            "SETGID",
            "SETUID");

    private static final List<String> CLEANING_CAPABILITIES = List.of("NET_ADMIN", "SYS_ADMIN", "SYS_RESOURCE");

    private CiliumChart() {}

    static ChartRenderer.Chart of(CiliumManifest wanted, Path chart) {
        return new ChartRenderer.Chart(chart, "cilium", "kube-system", values(wanted), KUBERNETES);
    }

    /// Without Hubble, whose certificates would be a secret in the manifest and would differ at each rendering.
    private static String values(CiliumManifest wanted) {
        return YamlWriter.write(
                group(
                        entry("ipam", group(entry("mode", word("kubernetes")))),
                        entry("kubeProxyReplacement", word(true)),
                        entry("k8sServiceHost", quoted(wanted.endpoint())),
                        entry("k8sServicePort", quoted(6443)),
                        entry("ipv4NativeRoutingCIDR", quoted(wanted.pods())),
                        entry(
                                "securityContext",
                                group(entry(
                                        "capabilities",
                                        group(
                                                entry("ciliumAgent", words(AGENT_CAPABILITIES)),
                                                entry("cleanCiliumState", words(CLEANING_CAPABILITIES)))))),
                        entry(
                                "cgroup",
                                group(
                                        entry("autoMount", group(entry("enabled", word(false)))),
                                        entry("hostRoot", word("/sys/fs/cgroup")))),
                        entry("operator", group(entry("replicas", word(1)))),
                        entry(
                                "hubble",
                                group(
                                        entry("enabled", word(false)),
                                        entry("tls", group(entry("enabled", word(false))))))),
                Manifest.INDENT);
    }

    private static YamlValue words(List<String> words) {
        return YamlValue.inlineItems(words.stream().map(YamlValue::word).toList());
    }
}
