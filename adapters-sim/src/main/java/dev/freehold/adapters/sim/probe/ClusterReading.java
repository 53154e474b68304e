package dev.freehold.adapters.sim.probe;

import dev.freehold.adapters.sim.world.AppFacts;
import dev.freehold.adapters.sim.world.CephFacts;
import dev.freehold.adapters.sim.world.ClusterFacts;
import dev.freehold.adapters.sim.world.SimWorld;
import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.resource.ProxmoxResource;
import dev.freehold.domain.resource.SetupResource;
import dev.freehold.domain.resource.TalosResource;
import dev.freehold.ports.driver.Silent;
import dev.freehold.ports.probe.HypervisorFacts;
import dev.freehold.ports.probe.KubernetesFacts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/// What Proxmox VE, Ceph and Kubernetes would report of themselves.
final class ClusterReading {
    /// Ceph warns from 85 % on (its default `mon_osd_nearfull_ratio`), and an OSD keeps about 1 GB to itself.
    private static final BigDecimal NEAR_FULL = new BigDecimal("0.85");

    private ClusterReading() {}

    static Optional<HypervisorFacts> hypervisor(SimWorld world) {
        var cluster = ClusterFacts.of(world);
        if (!cluster.exists()) {
            return Optional.empty();
        }
        if (cluster.up().isEmpty()) {
            throw new Silent(
                    "No host of the cluster answers: " + cluster.members().size() + " are in it.");
        }
        return Optional.of(new HypervisorFacts(
                cluster.isQuorate(),
                cluster.votes(),
                cluster.members().stream()
                        .map(host -> new HypervisorFacts.Host(
                                host.name(), cluster.up().contains(host)))
                        .toList(),
                ceph(world),
                world.standing().stream()
                        .filter(thing -> thing.resource() instanceof ProxmoxResource.VmStorage)
                        .map(thing -> thing.resource().name())
                        .toList(),
                CloudReading.names(world, ProxmoxResource.TailscaleContainer.class),
                !world.standing(ProxmoxResource.OverlayNetwork.class).isEmpty()));
    }

    private static Optional<HypervisorFacts.Ceph> ceph(SimWorld world) {
        if (world.standing(ProxmoxResource.CephCluster.class).isEmpty()) {
            return Optional.empty();
        }
        var facts = CephFacts.of(world);
        var health = facts.isHealthy() ? "HEALTH_OK" : facts.answers() ? "HEALTH_WARN" : "HEALTH_ERR";
        return Optional.of(
                new HypervisorFacts.Ceph(health, facts.osdsUp(), facts.osds(), facts.monitors(), usable(world)));
    }

    private static Gigabytes usable(SimWorld world) {
        var raw = world.all(ProxmoxResource.CephOsd.class).stream()
                .map(osd -> osd.size().minus(Gigabytes.of(1)))
                .reduce(Gigabytes.ZERO, Gigabytes::plus);
        return world.all(ProxmoxResource.CephPool.class).stream()
                .findFirst()
                .map(pool -> new Gigabytes(
                        raw.times(NEAR_FULL).count().divide(BigDecimal.valueOf(pool.size()), 1, RoundingMode.DOWN)))
                .orElse(Gigabytes.ZERO);
    }

    static Optional<KubernetesFacts> kubernetes(SimWorld world) {
        var etcd = dev.freehold.adapters.sim.world.KubernetesApiFacts.of(world);
        if (!etcd.bootstrapped()) {
            return Optional.empty();
        }
        if (!etcd.answers()) {
            throw new Silent(etcd.words());
        }
        var endpoint = world.all(TalosResource.Kubeconfig.class).stream()
                .findFirst()
                .map(kubeconfig -> kubeconfig.endpoint().toString())
                .orElse("no kubeconfig");
        boolean applied = !world.standing(TalosResource.FluxSync.class).isEmpty();
        return Optional.of(new KubernetesFacts(
                endpoint,
                etcd.nodes().stream()
                        .map(node -> new KubernetesFacts.Node(node, etcd.ready().contains(node)))
                        .toList(),
                etcd.isReady()
                        && !world.standing(SetupResource.CiliumManifest.class).isEmpty(),
                applied ? revision(world) : "",
                applied ? apps(world) : List.of()));
    }

    /// As Flux writes it: the branch, and the commit's digest.
    private static String revision(SimWorld world) {
        return world.all(TalosResource.FluxSource.class).stream()
                .findFirst()
                .map(source -> source.branch() + "@sha1:"
                        + Integer.toHexString(source.url().hashCode()))
                .orElse("");
    }

    private static List<KubernetesFacts.App> apps(SimWorld world) {
        return world.all(SetupResource.FluxRepository.class).stream()
                .flatMap(repository -> repository.apps().stream())
                .map(app -> new KubernetesFacts.App(app, AppFacts.of(app, world).ready()))
                .toList();
    }
}
