package dev.freehold.domain.layer;

import dev.freehold.domain.output.FilePath;
import dev.freehold.domain.output.TalosOutputs;
import dev.freehold.domain.output.Url;
import dev.freehold.domain.resource.TalosResource;
import org.jspecify.annotations.Nullable;

/// @param endpoint of the Kubernetes API
/// @param kubeconfigFile what `kubectl` takes
/// @param talosconfigFile what `talosctl` takes
public record TalosLayer(
        @Nullable Url endpoint,
        @Nullable FilePath kubeconfigFile,
        @Nullable FilePath talosconfigFile) implements LayerOutputs {

    static TalosLayer of(Standings standing) {
        return new TalosLayer(
                standing.one(TalosResource.Kubeconfig.class, TalosOutputs.KubernetesAccess::endpoint),
                standing.one(TalosResource.Kubeconfig.class, TalosOutputs.KubernetesAccess::file),
                standing.one(TalosResource.MachineSecrets.class, TalosOutputs.TalosAccess::talosconfigFile));
    }
}
