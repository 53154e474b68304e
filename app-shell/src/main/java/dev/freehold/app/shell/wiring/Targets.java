package dev.freehold.app.shell.wiring;

import dev.freehold.adapters.local.SystemTimeline;
import dev.freehold.adapters.local.state.FileLayerStore;
import dev.freehold.adapters.sim.Sim;
import dev.freehold.adapters.sim.probe.SimImages;
import dev.freehold.adapters.sim.probe.SimProbes;
import dev.freehold.adapters.sim.world.Tenancy;
import dev.freehold.app.shell.command.Globals;
import dev.freehold.engine.Target;
import dev.freehold.ports.state.LayerStore;
import dev.freehold.ports.time.Timeline;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Builds the target that the options name: the one place where adapters and engine meet.
public final class Targets {
    private Targets() {}

    public static TargetSession open(Globals globals, SpecSource source, Consumer<String> notices) {
        return open(globals, source, null, notices);
    }

    /// @param place the OCI profile to use; absent: the target's usual one
    public static TargetSession open(
            Globals globals, SpecSource source, @Nullable OciPlace place, Consumer<String> notices) {
        return switch (globals.target()) {
            case SIM -> sim(globals, source, notices);
            case LAB ->
                RealTarget.open(globals, source, Site.lab(LabConnection.of(globals, source, notices), place), notices);
            case LIVE ->
                RealTarget.open(
                        globals, source, Site.live(source, place == null ? OciPlace.ofEnvironment() : place), notices);
        };
    }

    private static TargetSession sim(Globals globals, SpecSource source, Consumer<String> notices) {
        var kept = TargetRecords.of(globals);
        var sim = new StoredSim(globals, source, kept);
        var layers = new FileLayerStore(
                kept.folder(),
                TargetRecords.durability(globals),
                () -> sim.current().timeline().now(),
                notices);
        var target = new Target(
                globals.target().word(), () -> world(sim.openAfresh()), kept.journals(), layers, globals.seed());
        return new TargetSession(
                target.withoutPreflight(),
                () -> new SimImages(sim.current().world()),
                () -> SimProbes.of(
                        sim.current().world(), source.allowance(), sim.current().timeline()),
                () -> {
                    kept.close();
                    sim.close();
                });
    }

    static Target.World world(Sim sim) {
        return new Target.World(sim.drivers(), sim.gates(), sim.images(), sim.inventory(), sim.timeline());
    }

    static Tenancy tenancy(SpecSource source) {
        boolean paying = source.spec().acceptUsdPerMonth().amount().signum() > 0;
        return Tenancy.granted(source.allowance().id(), paying);
    }

    /// The published states of a target, in real time.
    public static FileLayerStore layers(TargetRecords kept, Globals globals, Consumer<String> notices) {
        Timeline real = new SystemTimeline();
        return new FileLayerStore(kept.folder(), TargetRecords.durability(globals), real::now, notices);
    }

    /// This process as the holder of the right to write.
    public static LayerStore.Holder holder(String command) {
        return new LayerStore.Holder(ProcessHandle.current().pid(), command, new SystemTimeline().now());
    }
}
