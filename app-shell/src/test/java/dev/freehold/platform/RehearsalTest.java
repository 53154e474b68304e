package dev.freehold.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.sim.Sim;
import dev.freehold.adapters.sim.SimTerms;
import dev.freehold.adapters.sim.Witness;
import dev.freehold.adapters.sim.chance.Seed;
import dev.freehold.adapters.sim.fault.Fault;
import dev.freehold.adapters.sim.fault.Fault.Mishap;
import dev.freehold.adapters.sim.fault.Fault.When;
import dev.freehold.adapters.sim.fault.Faults;
import dev.freehold.adapters.sim.fault.Misfortune;
import dev.freehold.adapters.sim.fault.RandomFaults;
import dev.freehold.domain.quantity.Usd;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.domain.spec.Glob;
import dev.freehold.domain.spec.Spec;
import dev.freehold.engine.caller.StopSign;
import dev.freehold.engine.memory.MemoryJournals;
import dev.freehold.engine.memory.MemoryLayerStore;
import dev.freehold.engine.rehearse.RehearseDeployments;
import dev.freehold.engine.rehearse.RehearseDeployments.Rehearsal;
import dev.freehold.engine.rehearse.RehearseDeployments.Request;
import dev.freehold.engine.rehearse.RehearseDeployments.Watched;
import dev.freehold.engine.target.Target;
import dev.freehold.ports.driver.ServedSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class RehearsalTest {
    private static final Spec SPEC = DefaultSpec.threeNode();

    private static Watched target(long seed, Misfortune misfortune) {
        return target(seed, misfortune, new Witness(SPEC.account().allowance(), Usd.ZERO));
    }

    private static Watched target(long seed, Misfortune misfortune, Witness witness) {
        var sim = Sim.throwAway(new SimTerms(SPEC.account().allowance(), false, seed, Path.of("/nowhere")), witness)
                .with(misfortune, () -> {});
        var known = new Target.World(
                ServedSystems.all(sim.drivers(), sim.gates()), sim.images(), sim.inventory(), sim.timeline());
        return new Watched(
                new Target("sim", () -> known, new MemoryJournals(), new MemoryLayerStore(sim.timeline()::now), seed),
                witness::sawTooMuch);
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

    @Test
    void violations_are_what_the_witness_counted_and_not_what_the_scheduler_thinks() {
        // given: a witness of a tenancy that has half of what the ledger allows
        var rehearsal = new RehearseDeployments(
                        seed -> target(seed, Misfortune.NONE, new Witness("always-free-2026-06", Usd.ZERO)), () -> 0)
                .rehearse(new Request(Platform.wanted(SPEC), 5, 1, 2), new StopSign());
        // then
        assertThat(rehearsal.succeeded()).isEqualTo(5);
        assertThat(rehearsal.violations()).isEqualTo(5);
    }

    @Test
    void a_run_whose_process_is_halted_has_failed_and_the_others_go_on() {
        // when
        var halt = new Fault(Glob.of("oci/vcn/*"), Optional.empty(), Mishap.HALT, 1, When.BEFORE);
        var rehearsal = rehearse(10, 2, seed -> seed % 2 == 0 ? new Faults(List.of(halt)) : Misfortune.NONE);
        // then
        assertThat(rehearsal.succeeded()).isEqualTo(5);
        assertThat(rehearsal.failures()).containsExactly(new RehearseDeployments.Cause("the process was halted", 5));
    }
}
