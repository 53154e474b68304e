package dev.freehold.adapters.sim.world;

import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.Phase;
import dev.freehold.domain.resource.ProxmoxResource;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.SystemName;
import dev.freehold.domain.resource.TalosResource;
import dev.freehold.ports.driver.Busy;
import dev.freehold.ports.driver.Refused;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// What Proxmox (for the VMs), Talos and Kubernetes refuse beyond what holds for every kind.
final class TalosRules {
    private final SimWorld world;

    TalosRules(SimWorld world) {
        this.world = world;
    }

    /// @throws Busy where the Kubernetes API does not answer
    Optional<Refused> objection(TalosResource wanted, Optional<Resource> before) {
        if (wanted.system() == SystemName.KUBERNETES) {
            var kubernetes = KubernetesApiFacts.of(world);
            if (!kubernetes.answers()) {
                throw new Busy("connect: connection refused; " + kubernetes.words(), null);
            }
        }
        return switch (wanted) {
            case TalosResource.TalosImage image ->
                new ProxmoxRules(world).content("import", image.storage().id());
            case TalosResource.VirtualMachine machine -> machine(machine);
            case TalosResource.EtcdBootstrap etcd -> bootstrap(etcd, before);
            case TalosResource.Schematic _,
                    TalosResource.MachineSecrets _,
                    TalosResource.MachineConfiguration _,
                    TalosResource.AppliedConfiguration _,
                    TalosResource.Kubeconfig _,
                    TalosResource.RepositoryPush _,
                    TalosResource.KubernetesNamespace _,
                    TalosResource.KubernetesSecret _,
                    TalosResource.FluxInstallation _,
                    TalosResource.FluxSource _,
                    TalosResource.FluxSync _ -> Optional.empty();
        };
    }

    private Optional<Refused> bootstrap(TalosResource.EtcdBootstrap etcd, Optional<Resource> before) {
        return before.isEmpty()
                        && !world.standing(TalosResource.EtcdBootstrap.class).isEmpty()
                ? Optional.of(new Refused(
                        "AlreadyExists",
                        "etcd data directory is not empty on "
                                + etcd.first().id().name() + "."))
                : Optional.empty();
    }

    private Optional<Refused> machine(TalosResource.VirtualMachine wanted) {
        var cluster = ClusterFacts.of(world);
        if (!cluster.isQuorate()) {
            throw new Busy("500 cluster not ready - no quorum? " + cluster.words(), null);
        }
        var host =
                world.find(ResourceId.of(Phase.OCI, "instance", wanted.place().host()), OciResource.Instance.class);
        boolean joined = cluster.up().stream()
                .anyMatch(member -> isOn(member, wanted.place().host()));
        if (host.isEmpty() || !joined) {
            return Optional.of(new Refused(
                    "500", "hostname lookup '" + wanted.place().host() + "' failed: no such cluster node."));
        }
        return memory(wanted, host.get())
                .or(() -> elsewhere(wanted))
                .or(() -> disk(wanted))
                .or(() -> new ProxmoxRules(world).onVmNetwork(wanted.place().address(), wanted.id()));
    }

    private boolean isOn(ResourceId member, String host) {
        return world.find(member, ProxmoxResource.PostInstall.class)
                .filter(found -> found.instance().id().name().equals(host))
                .isPresent();
    }

    private Optional<Refused> memory(TalosResource.VirtualMachine wanted, OciResource.Instance host) {
        var taken = wanted.size().memory();
        for (var there : world.all(TalosResource.VirtualMachine.class)) {
            if (there.place().host().equals(wanted.place().host())
                    && !there.name().equals(wanted.name())) {
                taken = taken.plus(there.size().memory());
            }
        }
        return taken.compareTo(host.size().memory()) > 0
                ? Optional.of(new Refused(
                        "500",
                        "start failed: cannot set up guest memory: " + taken + " of VMs on "
                                + wanted.place().host() + ", which has "
                                + host.size().memory() + "."))
                : Optional.empty();
    }

    private Optional<Refused> elsewhere(TalosResource.VirtualMachine wanted) {
        return world.find(wanted.storage().id(), ProxmoxResource.ThinStorage.class)
                .filter(thin -> !isOn(thin.host().id(), wanted.place().host()))
                .map(thin -> new Refused(
                        "500",
                        "storage '" + thin.name() + "' is not available on node '"
                                + wanted.place().host() + "'."));
    }

    private Optional<Refused> disk(TalosResource.VirtualMachine wanted) {
        var room = room(wanted);
        var taken = wanted.size().disk();
        for (var there : world.all(TalosResource.VirtualMachine.class)) {
            boolean sameDisks =
                    room.shared() || there.place().host().equals(wanted.place().host());
            if (sameDisks && !there.name().equals(wanted.name())) {
                taken = taken.plus(there.size().disk());
            }
        }
        return taken.compareTo(room.size()) > 0
                ? Optional.of(new Refused(
                        "500",
                        "no space left on " + wanted.storage().id().name() + ": " + taken + " of " + room.size() + "."))
                : Optional.empty();
    }

    /// @param shared by every host, or that much on each
    private record Room(Gigabytes size, boolean shared) {}

    private Room room(TalosResource.VirtualMachine wanted) {
        var thin = world.find(wanted.storage().id(), ProxmoxResource.ThinStorage.class);
        if (thin.isPresent()) {
            return new Room(thin.get().size(), false);
        }
        var raw = Gigabytes.ZERO;
        for (var osd : world.all(ProxmoxResource.CephOsd.class)) {
            raw = raw.plus(osd.size());
        }
        int copies = 1;
        for (var pool : world.all(ProxmoxResource.CephPool.class)) {
            copies = Math.max(copies, pool.size());
        }
        return new Room(new Gigabytes(raw.count().divide(BigDecimal.valueOf(copies), 2, RoundingMode.DOWN)), true);
    }
}
