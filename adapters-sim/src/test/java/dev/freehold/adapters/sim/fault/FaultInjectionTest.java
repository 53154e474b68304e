package dev.freehold.adapters.sim.fault;

import static dev.freehold.ports.driver.Calls.OTHER_TOKEN;
import static dev.freehold.ports.driver.Calls.TOKEN;
import static dev.freehold.ports.driver.Calls.context;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.adapters.sim.Sim;
import dev.freehold.adapters.sim.ThreeHosts;
import dev.freehold.adapters.sim.Worlds;
import dev.freehold.adapters.sim.call.Act;
import dev.freehold.adapters.sim.chance.Seed;
import dev.freehold.adapters.sim.fault.Fault.Mishap;
import dev.freehold.adapters.sim.fault.Fault.When;
import dev.freehold.adapters.sim.world.SimWorld;
import dev.freehold.domain.resource.Gate;
import dev.freehold.domain.resource.ImageResource.BaseImage;
import dev.freehold.domain.resource.OciResource.Instance;
import dev.freehold.domain.spec.Glob;
import dev.freehold.ports.driver.Busy;
import dev.freehold.ports.driver.CreateAnswer;
import dev.freehold.ports.driver.DeleteAnswer;
import dev.freehold.ports.driver.GateKeeper;
import dev.freehold.ports.driver.NoRoom;
import dev.freehold.ports.driver.ProcessHalted;
import dev.freehold.ports.driver.Refused;
import dev.freehold.ports.driver.Silent;
import dev.freehold.ports.image.ImageBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultInjectionTest {
    private final Instance host = ThreeHosts.the(Instance.class, "ampere-1");
    private final SimWorld world = Worlds.before(host.id());
    private final AtomicInteger deaths = new AtomicInteger();

    private Sim with(Fault... faults) {
        return Worlds.at(world).with(new Faults(List.of(faults)), deaths::incrementAndGet);
    }

    private CreateAnswer create(Sim sim) throws InterruptedException {
        return sim.drivers().of(host).create(host, TOKEN, context(sim.timeline()));
    }

    @Test
    void no_room_and_a_refusal_are_answers_and_nothing_was_made() throws InterruptedException {
        // given
        var sim = with(Fault.once("oci/instance/*", Mishap.NO_ROOM), Fault.once("*/ampere-1", Mishap.REFUSED));
        // when, then
        assertThat(create(sim)).isEqualTo(new NoRoom("Out of host capacity."));
        assertThat(create(sim)).isInstanceOf(Refused.class);
        assertThat(world.stands(host.id())).isFalse();
        assertThat(create(sim)).isInstanceOf(CreateAnswer.Created.class);
    }

    @Test
    void throttled_says_when_to_ask_again_and_a_server_fault_does_not() {
        // given
        var sim = with(Fault.once("*", Mishap.THROTTLED), Fault.once("*", Mishap.SERVER_ERROR));
        // when, then
        assertThatThrownBy(() -> create(sim))
                .isInstanceOfSatisfying(
                        Busy.class, busy -> assertThat(busy.retryAfter()).isPresent());
        assertThatThrownBy(() -> create(sim))
                .isInstanceOfSatisfying(
                        Busy.class, busy -> assertThat(busy.retryAfter()).isEmpty());
        assertThat(world.stands(host.id())).isFalse();
    }

    @Test
    void after_a_timeout_it_is_not_there_and_after_a_lost_answer_it_is() throws InterruptedException {
        // given
        var sim = with(Fault.once("*", Mishap.TIMEOUT), Fault.once("*", Mishap.RESPONSE_LOST));
        var before = sim.timeline().now();
        // when, then
        assertThatThrownBy(() -> create(sim)).isInstanceOf(Silent.class);
        assertThat(Duration.between(before, sim.timeline().now())).isEqualTo(Duration.ofSeconds(60));
        assertThat(world.stands(host.id())).isFalse();
        assertThatThrownBy(() -> create(sim)).isInstanceOf(Silent.class);
        assertThat(world.stands(host.id())).isTrue();
        // then: asked again it is found, not made
        assertThat(create(sim))
                .isEqualTo(new CreateAnswer.Created(
                        world.find(host.id()).orElseThrow().observed()));
        assertThat(world.timesMade(host.id())).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(When.class)
    void a_halt_kills_the_process_before_or_after_the_call(When when) {
        // given
        var sim = with(new Fault(Glob.of("*"), Optional.of(Act.CREATE), Mishap.HALT, 1, when));
        // when, then
        assertThatThrownBy(() -> create(sim)).isInstanceOf(ProcessHalted.class);
        assertThat(deaths).hasValue(1);
        assertThat(world.stands(host.id())).isEqualTo(when == When.AFTER);
    }

    @Test
    void a_halt_in_one_worker_is_the_end_of_all() {
        // given
        var sim = with(new Fault(Glob.of("*"), Optional.of(Act.CREATE), Mishap.HALT, 1, When.BEFORE));
        var late = new AtomicInteger();
        sim.timeline().start("bystander", () -> {
            try {
                sim.timeline().sleep(Duration.ofSeconds(1));
                late.incrementAndGet();
            } catch (InterruptedException unexpected) {
                throw new IllegalStateException(unexpected);
            }
        });
        sim.timeline().start("victim", () -> {
            try {
                create(sim);
            } catch (InterruptedException unexpected) {
                throw new IllegalStateException(unexpected);
            }
        });
        // when, then
        assertThatThrownBy(sim.timeline()::join).isInstanceOf(ProcessHalted.class);
        assertThat(late).hasValue(0);
    }

    @Test
    void a_fault_strikes_as_often_as_it_says_and_only_what_it_names() throws InterruptedException {
        // given
        var sim = with(new Fault(Glob.of("oci/*"), Optional.of(Act.DELETE), Mishap.SERVER_ERROR, 2, When.BEFORE));
        var driver = sim.drivers().of(host);
        assertThat(create(sim)).isInstanceOf(CreateAnswer.Created.class);
        // when, then
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> driver.delete(host, context(sim.timeline())))
                    .isInstanceOf(Busy.class);
        }
        assertThat(driver.delete(host, context(sim.timeline()))).isEqualTo(new DeleteAnswer.Deleted());
    }

    @Test
    void gates_and_builds_go_wrong_too_as_creations() throws InterruptedException {
        // given
        var whole = Worlds.complete();
        var sim = Worlds.at(whole)
                .with(
                        new Faults(List.of(
                                Fault.once("proxmox/quorum/*", Act.CREATE, Mishap.REFUSED),
                                Fault.once("images/*", Act.CREATE, Mishap.REFUSED))),
                        deaths::incrementAndGet);
        var context = context(sim.timeline());
        // when, then
        var gate = ThreeHosts.the(Gate.Quorum.class, "cluster");
        assertThat(sim.gates().await(gate, context)).isInstanceOf(GateKeeper.Answer.NotInTime.class);
        assertThat(sim.gates().await(gate, context)).isInstanceOf(GateKeeper.Answer.Passed.class);
        var image = ThreeHosts.the(BaseImage.class, "base-arm64");
        assertThat(sim.images().build(image, OTHER_TOKEN, context)).isInstanceOf(ImageBuilder.Answer.Failed.class);
        assertThat(sim.images().build(image, OTHER_TOKEN, context)).isInstanceOf(ImageBuilder.Answer.Built.class);
    }

    @Test
    void random_faults_are_the_seeds_alone_and_rare() {
        // given
        int struck = 0;
        for (long seed = 1; seed <= 2000; seed++) {
            var one = new RandomFaults(new Seed(seed));
            var two = new RandomFaults(new Seed(seed));
            // when
            two.strike(ThreeHosts.the(Instance.class, "ampere-2").id(), host, Act.CREATE);
            var strike = one.strike(host.id(), host, Act.CREATE);
            // then: another's call before it changes nothing
            assertThat(two.strike(host.id(), host, Act.CREATE).map(Fault::mishap))
                    .isEqualTo(strike.map(Fault::mishap));
            struck += strike.isPresent() ? 1 : 0;
        }
        assertThat(struck).isBetween(180, 330); // 12.6 in a hundred launches
        assertThat(new RandomFaults(Seed.ZERO).strike(host.id(), host, Act.CREATE))
                .isEmpty();
    }
}
