package dev.freehold.adapters.sim.world;

import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.SetupResource;
import dev.freehold.domain.resource.TalosResource;
import java.util.List;
import java.util.Optional;

/// What `flux get all` would say of one app.
///
/// @param ready whether it is reconciled and its workloads are available
public record AppFacts(boolean ready, String words) {

    public static AppFacts of(String app, SimWorld world) {
        var kubernetes = KubernetesApiFacts.of(world);
        if (!kubernetes.isReady()) {
            return new AppFacts(false, kubernetes.words());
        }
        return world.all(TalosResource.FluxSync.class).stream()
                .findFirst()
                .map(sync -> synced(app, sync, world))
                .orElseGet(() -> new AppFacts(false, "no kustomization is there to apply"));
    }

    private static AppFacts synced(String app, TalosResource.FluxSync sync, SimWorld world) {
        if (!world.stands(sync.flux().id())) {
            return new AppFacts(false, "no kustomize-controller runs");
        }
        var source = world.find(sync.source().id(), TalosResource.FluxSource.class);
        var push = source.flatMap(found -> world.find(found.push().id(), TalosResource.RepositoryPush.class));
        if (push.isEmpty()) {
            return new AppFacts(false, "no revision was fetched");
        }
        boolean isThere = world.find(push.get().repository().id(), SetupResource.FluxRepository.class)
                .filter(repository -> repository.apps().contains(app))
                .isPresent();
        if (!isThere) {
            return new AppFacts(false, app + " is not in the repository that was pushed");
        }
        // The namespaces come first and the key opens every file, whichever app it belongs to.
        var missing = gone(sync.namespaces(), world)
                .or(() -> world.stands(sync.decryption().id())
                        ? Optional.empty()
                        : Optional.of(sync.decryption().id()))
                .or(() -> gone(push.get().secrets(), world));
        return missing.map(id -> new AppFacts(false, id + " is not there"))
                .orElseGet(() -> new AppFacts(true, app + " is reconciled and available"));
    }

    private static Optional<ResourceId> gone(List<? extends Ref<? extends Resource>> refs, SimWorld world) {
        return refs.stream().map(Ref::id).filter(id -> !world.stands(id)).findFirst();
    }
}
