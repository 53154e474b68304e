package dev.freehold.domain.resource;

import dev.freehold.domain.mark.Takes;
import dev.freehold.domain.output.Outputs;
import java.time.Duration;
import java.util.List;

/// A fact to wait for between resources. It only awaits: it has a deadline, is recorded when it passed, is
/// awaited again when something it depends on changed, and has neither update nor delete.
public sealed interface Gate extends Node, Produces<Outputs.None> {

    /// How long to wait before giving up, saying what was seen.
    Duration deadline();

    /// The fact, as a sentence.
    String awaits();

    /// A fact about the Proxmox VE cluster.
    sealed interface ProxmoxGate extends Gate {
        @Override
        default Layer layer() {
            return Layer.PROXMOX;
        }

        @Override
        default SystemName system() {
            return SystemName.PROXMOX;
        }

        @Override
        default Duration deadline() {
            return Duration.ofMinutes(30);
        }
    }

    /// A fact about the Kubernetes cluster.
    sealed interface KubernetesGate extends Gate {
        @Override
        default Layer layer() {
            return Layer.TALOS;
        }

        @Override
        default SystemName system() {
            return SystemName.KUBERNETES;
        }

        @Override
        default Duration deadline() {
            return Duration.ofHours(1);
        }
    }

    /// Corosync holds a majority of `votes` votes.
    @Takes(seconds = 15)
    record Quorum(
            String name, Ref<ProxmoxResource.Cluster> cluster, List<Ref<? extends ProxmoxResource>> voters, int votes)
            implements ProxmoxGate {
        public Quorum {
            voters = List.copyOf(voters);
        }

        @Override
        public Duration deadline() {
            return Duration.ofMinutes(10);
        }

        @Override
        public String awaits() {
            return "the cluster is quorate with " + votes + " votes";
        }
    }

    /// Ceph reports HEALTH_OK with every OSD up and in.
    @Takes(seconds = 60)
    record CephHealthy(
            String name,
            Ref<ProxmoxResource.CephPool> pool,
            List<Ref<ProxmoxResource.CephOsd>> osds,
            List<Ref<ProxmoxResource.CephManager>> managers)
            implements ProxmoxGate {
        public CephHealthy {
            osds = List.copyOf(osds);
            managers = List.copyOf(managers);
        }

        @Override
        public String awaits() {
            return "Ceph is healthy with " + osds.size() + " OSDs up and in";
        }
    }

    /// A small VM was moved between two hosts while it ran, kept its address, and was removed again.
    @Takes(seconds = 120)
    record LiveMigration(
            String name,
            Ref<ProxmoxResource.OverlayNetwork> overlay,
            List<Ref<? extends ProxmoxResource.VmStorage>> storages)
            implements ProxmoxGate {
        public LiveMigration {
            storages = List.copyOf(storages);
        }

        @Override
        public String awaits() {
            return "a VM moves between hosts while it runs";
        }
    }

    /// Cilium's agents run on every node.
    @Takes(seconds = 240)
    record CiliumReady(
            String name, Ref<TalosResource.Kubeconfig> kubeconfig, Ref<SetupResource.CiliumManifest> manifest)
            implements KubernetesGate {
        @Override
        public String awaits() {
            return "Cilium is ready on every node";
        }
    }

    /// Every Kubernetes node reports Ready.
    @Takes(seconds = 120)
    record NodesReady(String name, Ref<CiliumReady> cilium, List<Ref<TalosResource.AppliedConfiguration>> machines)
            implements KubernetesGate {
        public NodesReady {
            machines = List.copyOf(machines);
        }

        @Override
        public String awaits() {
            return machines.size() + " Kubernetes nodes are ready";
        }
    }

    /// Flux has reconciled the app of that name and its workloads are available.
    @Takes(seconds = 120)
    record AppReady(String name, Ref<TalosResource.FluxSync> sync) implements KubernetesGate {
        @Override
        public String awaits() {
            return name + " is reconciled and available";
        }
    }
}
