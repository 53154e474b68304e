package dev.freehold.domain.blueprint;

import static dev.freehold.domain.blueprint.SetupDrawing.add;

import dev.freehold.domain.resource.Gate.AppReady;
import dev.freehold.domain.resource.Gate.NodesReady;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.TalosResource.EtcdBootstrap;
import dev.freehold.domain.resource.TalosResource.FluxInstallation;
import dev.freehold.domain.resource.TalosResource.FluxSource;
import dev.freehold.domain.resource.TalosResource.FluxSync;
import dev.freehold.domain.resource.TalosResource.Kubeconfig;
import dev.freehold.domain.resource.TalosResource.KubernetesNamespace;
import dev.freehold.domain.resource.TalosResource.KubernetesSecret;
import dev.freehold.domain.resource.TalosResource.RepositoryPush;
import dev.freehold.domain.spec.Spec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// Flux in the cluster: what must be there before it, itself, and one gate for each app it brings.
final class FluxDrawing {
    private static final String NAMESPACE = "flux-system";

    private FluxDrawing() {}

    static Ref<RepositoryPush> push(Spec spec, SetupDrawing setup, List<Node> nodes) {
        var gitops = spec.cluster().gitops();
        return add(
                nodes,
                new RepositoryPush(
                        spec.name(),
                        gitops.repository(),
                        gitops.branch(),
                        setup.flux().repository(),
                        setup.flux().cilium(),
                        setup.flux().sops(),
                        setup.flux().secrets()));
    }

    static void draw(
            Spec spec,
            SetupDrawing setup,
            Ref<RepositoryPush> push,
            Ref<EtcdBootstrap> etcd,
            Ref<Kubeconfig> kubeconfig,
            Ref<NodesReady> ready,
            List<Node> nodes) {
        var apps = spec.cluster().apps().stream().distinct().map(App::named).toList();
        var own = add(nodes, new KubernetesNamespace(NAMESPACE, "restricted", etcd, kubeconfig));
        var namespaces = new ArrayList<Ref<KubernetesNamespace>>();
        var privileged = new LinkedHashSet<String>();
        for (var app : apps) {
            if (app.privileged() && privileged.add(app.namespace())) {
                // Talos enforces the baseline elsewhere, and Flux' release would wait for pods in vain
                namespaces.add(add(nodes, new KubernetesNamespace(app.namespace(), "privileged", etcd, kubeconfig)));
            }
        }
        var age = add(nodes, new KubernetesSecret("sops-age", own, setup.flux().age()));
        var credential = add(
                nodes, new KubernetesSecret("git-credential", own, setup.flux().repository()));
        var flux = add(nodes, new FluxInstallation("flux", Versions.FLUX, own, ready));
        var gitops = spec.cluster().gitops();
        var source = add(
                nodes,
                new FluxSource(
                        spec.name(),
                        gitops.repository(),
                        gitops.branch(),
                        gitops.interval(),
                        flux,
                        List.of(credential),
                        push));
        var sync =
                add(nodes, new FluxSync(spec.name(), gitops.path(), gitops.interval(), flux, source, age, namespaces));
        apps.forEach(app -> nodes.add(new AppReady(app.name(), sync)));
    }
}
