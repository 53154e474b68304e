package dev.freehold.app.shell.wiring;

import dev.freehold.adapters.local.SystemTimeline;
import dev.freehold.adapters.sim.Sim;
import dev.freehold.adapters.sim.SimTerms;
import dev.freehold.app.shell.command.Globals;
import dev.freehold.engine.target.Target;
import dev.freehold.ports.driver.ServedSystems;
import dev.freehold.ports.state.LayerStore;
import dev.freehold.ports.time.Timeline;
import java.nio.file.Path;
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
        var layers = kept.state().layers(() -> sim.current().timeline().now(), notices);
        var target = new Target(
                globals.target().word(), () -> world(sim.openAfresh()), kept.journals(), layers, globals.seed());
        return new TargetSession(
                target.withoutPreflight(),
                _ -> true,
                () -> sim.current().shelf(),
                () -> sim.current().probes(source.allowance()),
                kept::close);
    }

    static Target.World world(Sim sim) {
        return new Target.World(
                ServedSystems.all(sim.drivers(), sim.gates()), sim.images(), sim.inventory(), sim.timeline());
    }

    /// The simulated target that a spec asks for.
    static SimTerms simTerms(SpecSource source, long seed, Path folder) {
        boolean paying = source.spec().account().acceptUsdPerMonth().amount().signum() > 0;
        return new SimTerms(source.allowance().id(), paying, seed, folder);
    }

    /// The published states of a target, in real time.
    public static LayerStore layers(TargetRecords kept, Consumer<String> notices) {
        return kept.state().layers(realTime()::now, notices);
    }

    /// This computer's clock.
    public static Timeline realTime() {
        return new SystemTimeline();
    }

    /// This process as the holder of the right to write.
    public static LayerStore.Holder holder(String command) {
        return new LayerStore.Holder(
                ProcessHandle.current().pid(), command, realTime().now());
    }
}
