package dev.freehold.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.sim.Sim;
import dev.freehold.adapters.sim.SimTerms;
import dev.freehold.adapters.sim.chance.Seed;
import dev.freehold.adapters.sim.fault.Fault;
import dev.freehold.adapters.sim.fault.Fault.Mishap;
import dev.freehold.adapters.sim.fault.Fault.When;
import dev.freehold.adapters.sim.fault.Faults;
import dev.freehold.adapters.sim.fault.Misfortune;
import dev.freehold.adapters.sim.fault.RandomFaults;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.domain.spec.Glob;
import dev.freehold.domain.spec.Spec;
import dev.freehold.engine.caller.StopSign;
import dev.freehold.engine.memory.MemoryJournals;
import dev.freehold.engine.memory.MemoryLayerStore;
import dev.freehold.engine.rehearse.RehearseDeployments;
import dev.freehold.engine.rehearse.RehearseDeployments.Rehearsal;
import dev.freehold.engine.rehearse.RehearseDeployments.Request;
import dev.freehold.engine.target.Target;
import dev.freehold.ports.driver.ServedSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class RehearsalTest {
    private static final Spec SPEC = DefaultSpec.threeNode();

    private static Target target(long seed, Misfortune misfortune) {
        var sim = Sim.throwAway(new SimTerms(SPEC.allowance(), false, seed, Path.of("/nowhere")))
                .with(misfortune, () -> {});
        var known = new Target.World(
                ServedSystems.all(sim.drivers(), sim.gates()), sim.images(), sim.inventory(), sim.timeline());
        return new Target("sim", () -> known, new MemoryJournals(), new MemoryLayerStore(sim.timeline()::now), seed);
    }

    private static Rehearsal rehearse(int runs, int threads, LongFunction<Misfortune> luck) {
        var clock = new long[1];
        return new RehearseDeployments(seed -> target(seed, luck.apply(seed)), () -> clock[0]++)
                .rehearse(new Request(Platform.wanted(SPEC), runs, 1, threads), new StopSign());
    }

    @Test
    void random_delays_and_faults_are_lived_through_and_never_above_the_allowance() {
        // when
        var rehearsal = rehearse(60, 2, seed -> new RandomFaults(new Seed(seed)));
        // then
        assertThat(rehearsal.runs()).isEqualTo(60);
        assertThat(rehearsal.succeeded()
                        + rehearsal.failures().stream()
                                .mapToInt(one -> one.count())
                                .sum())
                .isEqualTo(60);
        assertThat(rehearsal.succeeded()).isGreaterThan(50);
        assertThat(rehearsal.violations()).isZero();
        assertThat(rehearsal.makespan().p50())
                .isPositive()
                .isLessThan(rehearsal.makespan().p90());
        assertThat(rehearsal.makespan().p90())
                .isLessThanOrEqualTo(rehearsal.makespan().p99());
    }

    @Test
    void what_it_tells_does_not_depend_on_how_many_go_on_at_once() {
        // when
        var alone = rehearse(20, 1, seed -> new RandomFaults(new Seed(seed)));
        var together = rehearse(20, 4, seed -> new RandomFaults(new Seed(seed)));
        // then
        assertThat(together.makespan()).isEqualTo(alone.makespan());
        assertThat(together.succeeded()).isEqualTo(alone.succeeded());
        assertThat(together.failures()).isEqualTo(alone.failures());
    }

    @Test
    void runs_that_fail_are_counted_by_what_failed_first() {
        // when: each second one is refused a VCN
        var refusal = new Fault(Glob.of("oci/vcn/*"), Optional.empty(), Mishap.REFUSED, 1, When.BEFORE);
        var rehearsal = rehearse(10, 2, seed -> seed % 2 == 0 ? new Faults(List.of(refusal)) : Misfortune.NONE);
        // then
        assertThat(rehearsal.succeeded()).isEqualTo(5);
        assertThat(rehearsal.failures()).containsExactly(new RehearseDeployments.Cause("oci/vcn/homelab: refused", 5));
    }

    @Test
    void a_rehearsal_that_is_stopped_tells_what_it_has() {
        // given
        var stop = new StopSign();
        stop.raise();
        // when
        var rehearsal = new RehearseDeployments(seed -> target(seed, Misfortune.NONE), () -> 0)
                .rehearse(new Request(Platform.wanted(SPEC), 10, 1, 2), stop);
        // then
        assertThat(rehearsal.runs()).isZero();
    }
}
