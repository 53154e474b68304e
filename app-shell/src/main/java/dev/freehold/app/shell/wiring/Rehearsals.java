package dev.freehold.app.shell.wiring;

import dev.freehold.adapters.local.SystemTimeline;
import dev.freehold.adapters.sim.Sim;
import dev.freehold.engine.memory.MemoryJournals;
import dev.freehold.engine.memory.MemoryLayerStore;
import dev.freehold.engine.rehearse.RehearseDeployments;
import dev.freehold.engine.target.Target;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// Simulated targets that nobody will open again.
public final class Rehearsals {
    /// No file is ever written there; what would lie in it only needs a name.
    private static final Path NOWHERE = Path.of("/rehearsal");

    private Rehearsals() {}

    public static RehearseDeployments of(SpecSource source) {
        var clock = new SystemTimeline();
        return new RehearseDeployments(seed -> target(source, seed), () -> {
            var now = clock.now();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        });
    }

    static Target target(SpecSource source, long number) {
        var sim = Sim.throwAway(Targets.simTerms(source, number, NOWHERE)).withRandomFaults(number);
        var world = Targets.world(sim);
        return new Target("sim", () -> world, new MemoryJournals(), new MemoryLayerStore(sim.timeline()::now), number);
    }
}
