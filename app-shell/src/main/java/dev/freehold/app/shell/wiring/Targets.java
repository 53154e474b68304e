package dev.freehold.app.shell.wiring;

import dev.freehold.adapters.local.SystemTimeline;
import dev.freehold.adapters.local.state.FileLayerStore;
import dev.freehold.adapters.local.world.FileWorldLog;
import dev.freehold.adapters.sim.Sim;
import dev.freehold.adapters.sim.chance.Seed;
import dev.freehold.adapters.sim.fault.Faults;
import dev.freehold.adapters.sim.probe.SimProbes;
import dev.freehold.adapters.sim.world.Tenancy;
import dev.freehold.app.shell.command.Globals;
import dev.freehold.domain.resource.Phase;
import dev.freehold.domain.schedule.TimingProfile;
import dev.freehold.engine.Target;
import dev.freehold.ports.Journals;
import dev.freehold.ports.LayerStore;
import dev.freehold.ports.Timeline;
import java.time.Instant;
import java.util.function.Consumer;

/// Builds the target that the options name: the one place where adapters and engine meet.
public final class Targets {
    /// What a shell says of a process that `kill -9` ended.
    private static final int KILLED = 137;

    private Targets() {}

    public static OpenTarget open(Globals globals, SpecSource source, Consumer<String> notices) {
        return switch (globals.target()) {
            case SIM -> sim(globals, source, notices);
            // Refused before anything is opened.
            case LAB, LIVE ->
                throw new IllegalStateException("--target " + globals.target().word() + " has no adapters");
        };
    }

    private static OpenTarget sim(Globals globals, SpecSource source, Consumer<String> notices) {
        var kept = Kept.of(globals);
        var log = new FileWorldLog(kept.folder());
        var sim = Sim.kept(
                tenancy(source),
                new Seed(globals.seed()),
                kept.folder().path(),
                log,
                TimingProfile.REFERENCE::durationOf,
                lastRecorded(kept.journals()));
        if (globals.faults() != null) {
            var faults = new Faults(FaultsFile.read(globals.faults()));
            sim = sim.with(faults, () -> Runtime.getRuntime().halt(KILLED));
        }
        var layers = new FileLayerStore(kept.folder(), Kept.durability(globals), sim.timeline()::now, notices);
        var target = target(globals.target().word(), sim, kept.journals(), layers, globals.seed());
        return new OpenTarget(target, SimProbes.of(sim.world(), source.allowance(), sim.timeline()), () -> {
            kept.close();
            log.close();
        });
    }

    static Target target(String name, Sim sim, Journals journals, LayerStore layers, long seed) {
        return new Target(
                name,
                sim.drivers(),
                sim.gates(),
                sim.images(),
                sim.inventory(),
                journals,
                layers,
                sim.timeline(),
                seed);
    }

    static Tenancy tenancy(SpecSource source) {
        boolean paying = source.spec().acceptUsdPerMonth().amount().signum() > 0;
        return Tenancy.granted(source.allowance().id(), paying);
    }

    /// Simulated time goes on from what was recorded last.
    private static Instant lastRecorded(Journals journals) {
        var last = Sim.BEGINNING;
        for (var layer : Phase.LAYERS) {
            var entries = journals.of(layer).entries();
            if (!entries.isEmpty() && entries.getLast().at().isAfter(last)) {
                last = entries.getLast().at();
            }
        }
        return last;
    }

    /// The published states of a target, in real time.
    public static FileLayerStore layers(Kept kept, Globals globals, Consumer<String> notices) {
        Timeline real = new SystemTimeline();
        return new FileLayerStore(kept.folder(), Kept.durability(globals), real::now, notices);
    }

    /// This process as the holder of the right to write.
    public static LayerStore.Holder holder(String command) {
        return new LayerStore.Holder(ProcessHandle.current().pid(), command, new SystemTimeline().now());
    }
}
