package dev.freehold.adapters.sim.probe;

import dev.freehold.adapters.sim.world.SimWorld;
import dev.freehold.domain.allowance.Allowance;
import dev.freehold.domain.schedule.TimingProfile;
import dev.freehold.ports.probe.Probe;
import dev.freehold.ports.probe.Probes;
import dev.freehold.ports.time.Timeline;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// The probes of the simulated target. Each takes its time, as reading a real cluster does.
public final class SimProbes {
    /// The check of the cost reads two subjects and takes no longer than the others.
    private static final Duration HALF_A_CHECK = TimingProfile.CHECK.dividedBy(2);

    private SimProbes() {}

    /// @param allowance what the tenancy has for free; what lies above it is on the bill
    public static Probes of(SimWorld world, Allowance allowance, Timeline timeline) {
        return new Probes(
                after(timeline, TimingProfile.CHECK, () -> CloudReading.images(world)),
                new SimImages(world),
                after(timeline, TimingProfile.CHECK, () -> CloudReading.cloud(world)),
                after(timeline, TimingProfile.CHECK, () -> ClusterReading.hypervisor(world)),
                after(timeline, TimingProfile.CHECK, () -> ClusterReading.kubernetes(world)),
                after(timeline, HALF_A_CHECK, () -> BillReading.billing(world, allowance)),
                after(timeline, HALF_A_CHECK, () -> BillReading.observability(world)));
    }

    private static <F> Probe<F> after(Timeline timeline, Duration takes, Supplier<Optional<F>> reading) {
        return () -> {
            timeline.sleep(takes);
            return reading.get();
        };
    }
}
