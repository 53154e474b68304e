package dev.freehold.adapters.sim.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.sim.Sim;
import dev.freehold.adapters.sim.ThreeHosts;
import dev.freehold.adapters.sim.Worlds;
import dev.freehold.domain.resource.Gate;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.OciResource.Instance;
import dev.freehold.domain.resource.SetupResource.FluxRepository;
import dev.freehold.domain.resource.TalosResource.VirtualMachine;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.GateKeeper;
import dev.freehold.ports.driver.GateKeeper.Answer;
import dev.freehold.ports.driver.GateKeeperContract;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimGateKeeperTest implements GateKeeperContract {
    private static final String APP = "podinfo";

    private final Sim sim = Worlds.at(Worlds.complete());

    @Override
    public GateKeeper keeper() {
        return sim.gates();
    }

    @Override
    public Gate open() {
        return ThreeHosts.the(Gate.Quorum.class, "cluster");
    }

    /// Of an app that is not in the repository which Flux follows.
    @Override
    public Gate shut() {
        return new Gate.AppReady(
                APP, ThreeHosts.the(Gate.AppReady.class, "cert-manager").sync());
    }

    @Override
    public void bringAbout() {
        var there = ThreeHosts.the(FluxRepository.class, "flux");
        var with = new FluxRepository(
                there.name(),
                there.url(),
                there.branch(),
                there.path(),
                there.interval(),
                List.of(APP),
                there.settings());
        sim.world().change(with.id(), with, sim.timeline().now());
    }

    @Override
    public Context context() {
        var timeline = sim.timeline();
        return new Context(
                Context.Known.NOTHING,
                timeline,
                Context.Progress.SILENT,
                timeline.now().plus(Duration.ofMinutes(10)));
    }

    private void lose(Node node) {
        sim.world().remove(node.id(), sim.timeline().now());
    }

    private String seen(Gate gate) throws InterruptedException {
        return keeper().await(gate, context()) instanceof Answer.NotInTime(var seen) ? seen : "";
    }

    @Test
    void every_gate_of_a_whole_platform_opens() throws InterruptedException {
        for (var node : ThreeHosts.nodes()) {
            if (node instanceof Gate gate) {
                assertThat(keeper().await(gate, context())).as(gate.id().text()).isInstanceOf(Answer.Passed.class);
            }
        }
    }

    @Test
    void the_cluster_bears_the_loss_of_one_host_but_not_of_two() throws InterruptedException {
        // given
        var of = ThreeHosts.the(Gate.Quorum.class, "cluster");
        var majority = new Gate.Quorum("majority", of.cluster(), of.voters(), 2);
        // when, then
        lose(ThreeHosts.the(Instance.class, "ampere-2"));
        assertThat(seen(of)).isEqualTo("Quorate: Yes, Expected votes: 3, Total votes: 2");
        assertThat(seen(majority)).isEmpty();
        lose(ThreeHosts.the(Instance.class, "ampere-3"));
        assertThat(seen(majority)).isEqualTo("Quorate: No, Expected votes: 3, Total votes: 1");
    }

    @Test
    void ceph_warns_when_a_host_is_lost_and_is_silent_without_its_majority() throws InterruptedException {
        // given
        var health = ThreeHosts.the(Gate.CephHealthy.class, "ceph");
        // when, then
        lose(ThreeHosts.the(Instance.class, "ampere-2"));
        assertThat(seen(health)).startsWith("HEALTH_WARN").contains("OSD_DOWN: 1 osds down", "PG_DEGRADED");
        lose(ThreeHosts.the(Instance.class, "ampere-3"));
        assertThat(seen(health)).isEqualTo("no answer: 1 of 3 monitors are up");
    }

    @Test
    void nodes_are_not_ready_when_a_machine_is_lost_and_the_api_is_silent_without_its_majority()
            throws InterruptedException {
        // given
        var ready = ThreeHosts.the(Gate.NodesReady.class, "nodes");
        // when, then
        lose(ThreeHosts.the(VirtualMachine.class, "control-plane-3"));
        assertThat(seen(ready)).isEqualTo("2 of 3 nodes Ready");
        lose(ThreeHosts.the(VirtualMachine.class, "control-plane-2"));
        assertThat(seen(ready)).contains("does not answer", "1 of 3");
    }

    @Test
    void a_fact_that_comes_while_it_is_awaited_opens_the_gate() throws InterruptedException {
        // given
        var machine = ThreeHosts.the(VirtualMachine.class, "control-plane-3");
        lose(machine);
        var answers = new java.util.ArrayList<Answer>();
        var context = context();
        // when
        sim.timeline().start("gate", () -> {
            try {
                answers.add(keeper().await(ThreeHosts.the(Gate.NodesReady.class, "nodes"), context));
            } catch (InterruptedException unexpected) {
                throw new IllegalStateException(unexpected);
            }
        });
        sim.timeline().start("machine", () -> {
            try {
                sim.timeline().sleep(Duration.ofMinutes(3));
                Worlds.make(sim, machine);
            } catch (InterruptedException unexpected) {
                throw new IllegalStateException(unexpected);
            }
        });
        sim.timeline().join();
        // then
        assertThat(answers).isEqualTo(List.of(Answer.Passed.of(ThreeHosts.the(Gate.NodesReady.class, "nodes"))));
        assertThat(sim.timeline().now()).isBefore(context.deadline());
    }
}
