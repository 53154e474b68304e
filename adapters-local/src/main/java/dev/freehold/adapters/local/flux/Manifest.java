package dev.freehold.adapters.local.flux;

import static dev.freehold.domain.yaml.YamlValue.entry;
import static dev.freehold.domain.yaml.YamlValue.group;
import static dev.freehold.domain.yaml.YamlValue.items;
import static dev.freehold.domain.yaml.YamlValue.quoted;
import static dev.freehold.domain.yaml.YamlValue.word;

import dev.freehold.domain.yaml.YamlValue;
import dev.freehold.domain.yaml.YamlValue.Entry;
import dev.freehold.domain.yaml.YamlValue.Group;
import dev.freehold.domain.yaml.YamlValue.Layout;
import dev.freehold.domain.yaml.YamlValue.Line;
import dev.freehold.domain.yaml.YamlWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Kubernetes objects as YAML texts. Every value that comes from the spec is quoted.
///
/// The API versions are the only ones, or the stable ones, of Flux 2.9's CRDs.
final class Manifest {
    static final int INDENT = 2;

    private static final YamlValue FLUX_NAMESPACE = word("flux-system");

    private Manifest() {}

    /// The text of a document after its mark.
    static String text(Group document) {
        return YamlWriter.MARK + YamlWriter.write(document, INDENT);
    }

    private static String object(String version, String kind, Group metadata, Entry content) {
        return text(group(
                entry("apiVersion", word(version)), entry("kind", word(kind)), entry("metadata", metadata), content));
    }

    private static Group ofFlux(String name) {
        return group(entry("name", quoted(name)), entry("namespace", FLUX_NAMESPACE));
    }

    static String namespace(String name, String podSecurity) {
        return text(group(
                entry("apiVersion", word("v1")),
                entry("kind", word("Namespace")),
                entry(
                        "metadata",
                        group(
                                entry("name", quoted(name)),
                                entry(
                                        "labels",
                                        group(entry("pod-security.kubernetes.io/enforce", quoted(podSecurity)))),
                                // What Flux no longer knows it prunes; with a namespace everything in it would go.
                                entry(
                                        "annotations",
                                        group(entry("kustomize.toolkit.fluxcd.io/prune", word("disabled"))))))));
    }

    static String helmRepository(HelmApp app) {
        return object(
                "source.toolkit.fluxcd.io/v1",
                "HelmRepository",
                ofFlux(app.name()),
                entry("spec", group(entry("interval", word("1h")), entry("url", quoted(app.charts())))));
    }

    static String helmRelease(HelmApp app) {
        var source = group(
                entry("kind", word("HelmRepository")),
                entry("name", quoted(app.name())),
                entry("namespace", FLUX_NAMESPACE));
        var chart = group(
                entry("chart", quoted(app.name())),
                entry("version", quoted(app.versions())),
                entry("sourceRef", source));
        return object(
                "helm.toolkit.fluxcd.io/v2",
                "HelmRelease",
                group(entry("name", quoted(app.name())), entry("namespace", quoted(app.namespace()))),
                entry(
                        "spec",
                        group(
                                entry("interval", word("10m")),
                                entry("timeout", word("10m")),
                                entry("chart", group(entry("spec", chart))),
                                retried("install"),
                                retried("upgrade"),
                                entry("values", app.values()))));
    }

    private static Entry retried(String what) {
        return entry(what, group(entry("remediation", group(entry("retries", word(3))))));
    }

    static String gitRepository(String name, String url, String branch, Duration interval) {
        return object(
                "source.toolkit.fluxcd.io/v1",
                "GitRepository",
                ofFlux(name),
                entry(
                        "spec",
                        group(
                                entry("interval", interval(interval)),
                                entry("url", quoted(url)),
                                entry("ref", group(entry("branch", quoted(branch)))),
                                entry("secretRef", group(entry("name", word("git-credential")))))));
    }

    /// A Kustomization of a folder, decrypting what SOPS encrypted.
    ///
    /// @param after those that must be ready before it
    /// @param prune whether what leaves the folder leaves the cluster
    static String kustomization(
            String name, String repository, String path, Duration interval, List<String> after, boolean prune) {
        var spec = new ArrayList<Line>();
        if (!after.isEmpty()) {
            spec.add(entry(
                    "dependsOn",
                    items(after.stream()
                            .map(one -> group(entry("name", quoted(one))))
                            .toList())));
        }
        spec.add(entry("interval", interval(interval)));
        spec.add(entry("retryInterval", word("2m")));
        spec.add(entry("timeout", word("10m")));
        spec.add(entry("path", quoted("./" + path)));
        spec.add(entry("prune", word(prune)));
        spec.add(entry("wait", word(true)));
        spec.add(entry("sourceRef", group(entry("kind", word("GitRepository")), entry("name", quoted(repository)))));
        spec.add(entry(
                "decryption",
                group(entry("provider", word("sops")), entry("secretRef", group(entry("name", word("sops-age")))))));
        return object(
                "kustomize.toolkit.fluxcd.io/v1",
                "Kustomization",
                ofFlux(name),
                entry("spec", new Group(Layout.BLOCK, spec)));
    }

    /// Kustomize's own list of what a folder holds.
    static String folder(List<String> files) {
        return text(group(
                entry("apiVersion", word("kustomize.config.k8s.io/v1beta1")),
                entry("kind", word("Kustomization")),
                entry("resources", items(files.stream().map(YamlValue::quoted).toList()))));
    }

    /// As Go writes durations.
    private static YamlValue interval(Duration interval) {
        return word(interval.toSeconds() % 60 == 0 ? interval.toMinutes() + "m" : interval.toSeconds() + "s");
    }
}
