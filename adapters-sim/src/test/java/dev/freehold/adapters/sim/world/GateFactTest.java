package dev.freehold.adapters.sim.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.sim.ThreeHosts;
import dev.freehold.adapters.sim.Worlds;
import dev.freehold.domain.resource.Gate;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.ProxmoxResource;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.SetupResource;
import dev.freehold.domain.resource.TalosResource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Each gate asks for its own fact: what shuts one leaves the others open.
class GateFactTest {
    private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");
    private static final Gate MIGRATION = ThreeHosts.the(Gate.LiveMigration.class, "migration");
    private static final Gate CILIUM = ThreeHosts.the(Gate.CiliumReady.class, "cilium");
    private static final Gate NODES = ThreeHosts.the(Gate.NodesReady.class, "nodes");
    private static final Gate APP = ThreeHosts.the(Gate.AppReady.class, "cert-manager");

    private final SimWorld world = Worlds.complete();

    private void lose(Node node) {
        world.remove(node.id(), NOW);
    }

    private boolean open(Gate gate) {
        return GateFact.of(gate, world).holds();
    }

    private String seen(Gate gate) {
        return GateFact.of(gate, world).seen();
    }

    @Test
    void a_manifest_that_is_gone_shuts_cilium_alone() {
        lose(ThreeHosts.the(SetupResource.CiliumManifest.class, "cilium"));
        assertThat(open(CILIUM)).isFalse();
        assertThat(List.of(open(NODES), open(APP), open(MIGRATION))).containsOnly(true);
    }

    @Test
    void machines_that_were_told_of_another_manifest_shut_cilium() {
        // given
        var of = ThreeHosts.the(SetupResource.CiliumManifest.class, "cilium");
        var other = new SetupResource.CiliumManifest("other", of.version(), of.endpoint(), of.pods(), of.repository());
        world.make(other.id(), other, Optional.empty(), NOW);
        // when
        var gate = new Gate.CiliumReady(
                "other", Ref.to(ThreeHosts.the(TalosResource.Kubeconfig.class, "admin")), Ref.to(other));
        // then
        assertThat(seen(gate)).contains("applies setup/cilium-manifest/cilium");
        assertThat(open(CILIUM)).isTrue();
    }

    @Test
    void an_app_that_was_not_pushed_shuts_its_own_gate_alone() {
        // given
        var sync = Ref.to(ThreeHosts.the(TalosResource.FluxSync.class, "flux"));
        // when, then
        assertThat(seen(new Gate.AppReady("alloy", sync))).isEqualTo("alloy is not in the repository that was pushed");
        assertThat(open(APP)).isTrue();
    }

    @Test
    void a_secret_that_is_gone_shuts_the_apps_alone() {
        lose(ThreeHosts.the(TalosResource.KubernetesSecret.class, "sops-age"));
        assertThat(seen(APP)).isEqualTo("talos/kubernetes-secret/sops-age is not there");
        assertThat(List.of(open(NODES), open(CILIUM), open(MIGRATION))).containsOnly(true);
    }

    @Test
    void a_push_that_is_undone_shuts_the_apps_alone() {
        lose(ThreeHosts.the(TalosResource.RepositoryPush.class, "flux"));
        assertThat(seen(APP)).isEqualTo("no revision was fetched");
        assertThat(List.of(open(NODES), open(CILIUM), open(MIGRATION))).containsOnly(true);
    }

    @Test
    void a_lost_machine_shuts_nodes_and_leaves_migration_open() {
        lose(ThreeHosts.the(TalosResource.VirtualMachine.class, "control-plane-3"));
        assertThat(List.of(open(NODES), open(CILIUM), open(APP))).containsOnly(false);
        assertThat(open(MIGRATION)).isTrue();
    }

    @Test
    void a_pool_that_takes_no_writes_shuts_migration_though_two_hosts_are_up() {
        // given
        var migration = ThreeHosts.the(Gate.LiveMigration.class, "migration");
        assertThat(open(migration)).isTrue();
        // when
        for (var host : List.of("ampere-2", "ampere-3")) {
            lose(ThreeHosts.the(ProxmoxResource.CephMonitor.class, host));
            lose(ThreeHosts.the(ProxmoxResource.CephOsd.class, host));
        }
        // then
        assertThat(ClusterFacts.of(world).up()).hasSize(3);
        assertThat(seen(migration)).contains("is not served", "PG_AVAILABILITY");
        assertThat(open(NODES)).isTrue();
    }

    @Test
    void one_host_alone_shuts_migration() {
        lose(ThreeHosts.the(OciResource.Instance.class, "ampere-2"));
        assertThat(open(MIGRATION)).isTrue();
        lose(ThreeHosts.the(OciResource.Instance.class, "ampere-3"));
        assertThat(open(MIGRATION)).isFalse();
    }
}
