package dev.freehold.adapters.sim;

import dev.freehold.adapters.sim.chance.Seed;
import dev.freehold.adapters.sim.driver.Durations;
import dev.freehold.adapters.sim.driver.SimDrivers;
import dev.freehold.adapters.sim.fault.FaultInjection;
import dev.freehold.adapters.sim.fault.Misfortune;
import dev.freehold.adapters.sim.fault.RandomFaults;
import dev.freehold.adapters.sim.probe.SimImages;
import dev.freehold.adapters.sim.probe.SimProbes;
import dev.freehold.adapters.sim.time.VirtualTimeline;
import dev.freehold.adapters.sim.world.MemoryWorldLog;
import dev.freehold.adapters.sim.world.SimWorld;
import dev.freehold.domain.allowance.Allowance;
import dev.freehold.domain.schedule.TimingProfile;
import dev.freehold.ports.driver.Drivers;
import dev.freehold.ports.driver.GateKeeper;
import dev.freehold.ports.driver.Inventory;
import dev.freehold.ports.image.ImageBuilder;
import dev.freehold.ports.image.ImageShelf;
import dev.freehold.ports.probe.Probes;
import dev.freehold.ports.time.Timeline;
import dev.freehold.ports.world.WorldLog;
import java.time.Instant;

/// What one run needs of the simulated target. A process that goes on where another died makes a new one on
/// the same world: what is under way, and which faults are left, dies with the process.
public record Sim(
        SimWorld world,
        Timeline timeline,
        Drivers drivers,
        GateKeeper gates,
        ImageBuilder images,
        Inventory inventory) {
    /// When a fresh world begins.
    public static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    /// A process at work on `world`. Its time goes on from the last change of the world or from `notBefore`,
    /// the later of them.
    ///
    /// @param durations how long things take when nothing is left to chance
    /// @param seed draws delays around that; seed 0 draws none
    /// @param notBefore the last instant that anything else knows of
    public static Sim on(SimWorld world, Durations durations, Seed seed, Instant notBefore) {
        var start = world.lastChange().filter(notBefore::isBefore).orElse(notBefore);
        var drivers = new SimDrivers(world, durations, seed);
        return new Sim(
                world,
                VirtualTimeline.from(start, seed),
                drivers,
                drivers.gates(),
                drivers.images(),
                drivers.inventory());
    }

    /// The world that is kept in `log`, with a process at work on it, in which things take as long as usual.
    ///
    /// @param notBefore the last instant that anything else knows of
    public static Sim kept(SimTerms terms, WorldLog log, Instant notBefore) {
        var seed = new Seed(terms.seed());
        var world = SimWorld.open(terms.tenancy(), seed, terms.folder(), log);
        return on(world, TimingProfile.REFERENCE::durationOf, seed, notBefore);
    }

    /// A fresh world that nobody will open again, with a process at work on it.
    public static Sim throwAway(SimTerms terms) {
        return kept(terms, MemoryWorldLog.forgetful(), BEGINNING);
    }

    /// The same, with somebody who counts what stands in it.
    public static Sim throwAway(SimTerms terms, Witness witness) {
        return kept(terms, witness.log(), BEGINNING);
    }

    /// The images that stand in the world.
    public ImageShelf shelf() {
        return new SimImages(world);
    }

    /// @param allowance what the tenancy has for free; what lies above it is on the bill
    public Probes probes(Allowance allowance) {
        return SimProbes.of(world, allowance, timeline);
    }

    /// The same, with the faults of a list.
    public Sim with(FaultList faults) {
        return with(faults.injection());
    }

    /// The same, with faults drawn by a seed, as often as services have them.
    public Sim withRandomFaults(long seed) {
        return with(new RandomFaults(new Seed(seed)), () -> {});
    }

    /// The same, with calls that go wrong.
    ///
    /// @param death ends the process where a fault says so; if it comes back, `ProcessHalted` is thrown
    public Sim with(Misfortune misfortune, Runnable death) {
        return with(new FaultInjection(misfortune, death));
    }

    private Sim with(FaultInjection faults) {
        return new Sim(world, timeline, faults.into(drivers), faults.into(gates), faults.into(images), inventory);
    }
}
