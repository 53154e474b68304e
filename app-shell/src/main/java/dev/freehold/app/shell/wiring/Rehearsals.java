package dev.freehold.app.shell.wiring;

import dev.freehold.adapters.local.SystemTimeline;
import dev.freehold.adapters.sim.FaultList;
import dev.freehold.adapters.sim.Sim;
import dev.freehold.adapters.sim.Witness;
import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.Globals;
import dev.freehold.engine.memory.MemoryJournals;
import dev.freehold.engine.memory.MemoryLayerStore;
import dev.freehold.engine.rehearse.RehearseDeployments;
import dev.freehold.engine.rehearse.RehearseDeployments.Watched;
import dev.freehold.engine.target.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Simulated targets that nobody will open again, each with a witness who counts what stands in it.
public final class Rehearsals {
    /// No file is ever written there; what would lie in it only needs a name.
    private static final Path NOWHERE = Path.of("/rehearsal");

    private Rehearsals() {}

    /// With faults drawn by each run's seed, and before them those of a `--faults` file, anew in each run.
    ///
    /// @throws CommandError if that file can't be read
    public static RehearseDeployments of(SpecSource source, Globals globals) {
        var faults = globals.faults() == null ? List.<FaultList.Line>of() : FaultsFile.lines(globals.faults());
        return of(source, faults);
    }

    static RehearseDeployments of(SpecSource source, List<FaultList.Line> faults) {
        var clock = new SystemTimeline();
        return new RehearseDeployments(seed -> target(source, seed, faults), () -> {
            var now = clock.now();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        });
    }

    static Watched target(SpecSource source, long number, List<FaultList.Line> faults) {
        var witness =
                new Witness(source.allowance().id(), source.spec().account().acceptUsdPerMonth());
        var sim = Sim.throwAway(Targets.simTerms(source, number, NOWHERE), witness)
                .withRandomFaults(number);
        if (!faults.isEmpty()) {
            // a halt ends the run that it strikes, not the rehearsal
            sim = sim.with(new FaultList(faults, () -> {}));
        }
        var world = Targets.world(sim);
        var target =
                new Target("sim", () -> world, new MemoryJournals(), new MemoryLayerStore(sim.timeline()::now), number);
        return new Watched(target, witness::sawTooMuch);
    }
}
