package dev.freehold.adapters.sim;

import dev.freehold.adapters.sim.chance.Seed;
import dev.freehold.adapters.sim.driver.Durations;
import dev.freehold.adapters.sim.driver.SimDrivers;
import dev.freehold.adapters.sim.fault.FaultInjection;
import dev.freehold.adapters.sim.fault.Misfortune;
import dev.freehold.adapters.sim.time.VirtualTimeline;
import dev.freehold.adapters.sim.world.MemoryWorldLog;
import dev.freehold.adapters.sim.world.SimWorld;
import dev.freehold.adapters.sim.world.Tenancy;
import dev.freehold.ports.driver.Drivers;
import dev.freehold.ports.driver.GateKeeper;
import dev.freehold.ports.driver.Inventory;
import dev.freehold.ports.image.ImageBuilder;
import dev.freehold.ports.world.WorldLog;
import java.nio.file.Path;
import java.time.Instant;

/// What one run needs of the simulated target. A process that goes on where another died makes a new one on
/// the same world: what is under way, and which faults are left, dies with the process.
public record Sim(
        SimWorld world,
        VirtualTimeline timeline,
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

    /// The world that is kept in `log`, with a process at work on it.
    ///
    /// @param folder the target's folder, as `<home>/sim`
    public static Sim kept(
            Tenancy tenancy, Seed seed, Path folder, WorldLog log, Durations durations, Instant notBefore) {
        return on(SimWorld.open(tenancy, seed, folder, log), durations, seed, notBefore);
    }

    /// A fresh world that nobody will open again, with a process at work on it.
    public static Sim throwAway(Tenancy tenancy, Seed seed, Path folder, Durations durations) {
        return kept(tenancy, seed, folder, MemoryWorldLog.forgetful(), durations, BEGINNING);
    }

    /// The same, with calls that go wrong.
    ///
    /// @param death ends the process where a fault says so; if it comes back, `ProcessHalted` is thrown
    public Sim with(Misfortune misfortune, Runnable death) {
        var faults = new FaultInjection(misfortune, death);
        return new Sim(world, timeline, faults.into(drivers), faults.into(gates), faults.into(images), inventory);
    }
}
