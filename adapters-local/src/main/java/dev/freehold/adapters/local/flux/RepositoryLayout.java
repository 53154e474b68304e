package dev.freehold.adapters.local.flux;

import dev.freehold.adapters.local.git.GitFolder;
import dev.freehold.domain.resource.SetupResource.FluxRepository;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// Every file that is generated for one repository, but for what others put there: `.sops.yaml`, the secrets
/// and Cilium's manifest.
final class RepositoryLayout {
    private final FluxRepository repository;
    private final List<HelmApp> apps;
    private final String cluster;
    private final Map<String, String> files = new TreeMap<>();

    private RepositoryLayout(FluxRepository repository) {
        this.repository = repository;
        this.apps = repository.apps().stream()
                .distinct()
                .map(HelmApp::named)
                .flatMap(Optional::stream)
                .toList();
        this.cluster = RepositoryPaths.plain(repository.path());
    }

    /// @param components Flux' own manifests, as its release has them
    static Map<String, String> of(FluxRepository repository, String components) {
        var layout = new RepositoryLayout(repository);
        layout.own(components);
        layout.infrastructure();
        layout.readMe();
        return layout.files;
    }

    /// What Flux itself is and follows, under the names that the cluster's first objects have.
    private void own(String components) {
        var folder = cluster + "/flux-system/";
        files.put(folder + "gotk-components.yaml", components);
        files.put(
                folder + "gotk-sync.yaml",
                Manifest.gitRepository(repository.name(), repository.url(), repository.branch(), repository.interval())
                        + Manifest.kustomization(
                                repository.name(), repository.name(), cluster, repository.interval(), List.of(), true));
        files.put(folder + "kustomization.yaml", Manifest.folder(List.of("gotk-components.yaml", "gotk-sync.yaml")));
    }

    private void infrastructure() {
        var order = new StringBuilder(kustomization("cilium", List.of(), false));
        files.put(RepositoryPaths.CILIUM + "/kustomization.yaml", Manifest.folder(List.of("cilium.yaml")));
        if (!apps.isEmpty()) {
            folder("namespaces", namespaces());
            folder("sources", named(Manifest::helmRepository));
            folder("releases", named(Manifest::helmRelease));
            order.append(kustomization("namespaces", List.of(), true));
            order.append(kustomization("sources", List.of(), true));
            var before = new ArrayList<>(List.of("namespaces", "sources"));
            if (!secrets().isEmpty()) {
                files.put(RepositoryPaths.SECRETS + "/kustomization.yaml", Manifest.folder(secrets()));
                order.append(kustomization("secrets", List.of("namespaces"), true));
                before.add("secrets");
            }
            order.append(kustomization("releases", before, true));
        }
        files.put(cluster + "/infrastructure.yaml", order.toString());
    }

    private String kustomization(String part, List<String> after, boolean prune) {
        return Manifest.kustomization(
                kustomizationName(part),
                repository.name(),
                RepositoryPaths.INFRASTRUCTURE + '/' + part,
                repository.interval(),
                after.stream().map(RepositoryLayout::kustomizationName).toList(),
                prune);
    }

    private static String kustomizationName(String part) {
        return RepositoryPaths.INFRASTRUCTURE + '-' + part;
    }

    private void folder(String part, Map<String, String> manifests) {
        var folder = RepositoryPaths.INFRASTRUCTURE + '/' + part + '/';
        manifests.forEach((name, text) -> files.put(folder + name, text));
        files.put(folder + "kustomization.yaml", Manifest.folder(List.copyOf(manifests.keySet())));
    }

    private Map<String, String> named(Function<HelmApp, String> manifest) {
        var manifests = new TreeMap<String, String>();
        apps.forEach(app -> manifests.put(app.name() + ".yaml", manifest.apply(app)));
        return manifests;
    }

    private Map<String, String> namespaces() {
        var manifests = new TreeMap<String, String>();
        apps.forEach(app ->
                manifests.put(app.namespace() + ".yaml", Manifest.namespace(app.namespace(), app.podSecurity())));
        return manifests;
    }

    private List<String> secrets() {
        var names = new LinkedHashSet<String>();
        apps.forEach(app -> app.secret().ifPresent(secret -> names.add(RepositoryPaths.secretFile(secret.name()))));
        return List.copyOf(names);
    }

    private void readMe() {
        files.put("README.md", """
            # What runs in %1$s

            Flux applies this repository. Freehold generates these files, and keeps what you change in them: it compares
            what it generated last with your version and with the new one, and stops where both changed the same lines.

            - `%2$s/`: Flux itself, and the order of what follows. Your own manifests go here, or into folders that you
              name in a Kustomization here.
            - `infrastructure/`: namespaces, chart sources, releases, secrets and the network.
            - `infrastructure/secrets/`: encrypted with SOPS to the recipient in `.sops.yaml`. Never commit a plain one.

            A file that contains the line `%3$s` is yours alone: Freehold leaves it as it is.
            """.formatted(repository.name(), cluster, GitFolder.KEEP));
    }
}
