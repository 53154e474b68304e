package dev.freehold.adapters.sim;

import dev.freehold.adapters.sim.call.Act;
import dev.freehold.adapters.sim.fault.Fault;
import dev.freehold.adapters.sim.fault.Fault.Mishap;
import dev.freehold.adapters.sim.fault.Fault.When;
import dev.freehold.adapters.sim.fault.FaultInjection;
import dev.freehold.adapters.sim.fault.Faults;
import dev.freehold.domain.spec.Glob;
import dev.freehold.ports.driver.Drivers;
import dev.freehold.ports.driver.GateKeeper;
import dev.freehold.ports.image.ImageBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Faults that somebody listed, to be put between the engine and the drivers of any target. Each strikes as many
/// times as it says, counted for as long as this lives.
public final class FaultList {
    /// The error that ends the process.
    public static final String HALT = Mishap.HALT.word();

    public static final String BEFORE = "before";
    public static final String AFTER = "after";

    private final FaultInjection injection;

    /// One fault, in the words of a faults file.
    ///
    /// @param resources a glob over the ids of those whose calls go wrong
    /// @param operation which of their calls, one of [#operations]; every one where it is absent
    /// @param error one of [#errors]
    /// @param times with how many calls it goes wrong before all is well again
    /// @param when [#BEFORE] the call, or [#AFTER] it, which only [#HALT] can be
    public record Line(String resources, Optional<String> operation, String error, int times, String when) {
        private Fault fault() {
            return new Fault(
                    Glob.of(resources),
                    operation.map(word -> ofWord(word, Act.values(), Act::word)),
                    ofWord(error, Mishap.values(), Mishap::word),
                    times,
                    when.equals(AFTER) ? When.AFTER : When.BEFORE);
        }
    }

    /// @param death ends the process where a fault says so; if it comes back, `ProcessHalted` is thrown
    /// @throws IllegalArgumentException if a line has a word that means nothing
    public FaultList(List<Line> lines, Runnable death) {
        this.injection =
                new FaultInjection(new Faults(lines.stream().map(Line::fault).toList()), death);
    }

    /// The words for what can go wrong with a call.
    public static List<String> errors() {
        return Arrays.stream(Mishap.values()).map(Mishap::word).toList();
    }

    /// The words for the calls that can go wrong.
    public static List<String> operations() {
        return Arrays.stream(Act.values()).map(Act::word).toList();
    }

    FaultInjection injection() {
        return injection;
    }

    public Drivers into(Drivers drivers) {
        return injection.into(drivers);
    }

    public GateKeeper into(GateKeeper gates) {
        return injection.into(gates);
    }

    public ImageBuilder into(ImageBuilder images) {
        return injection.into(images);
    }

    private static <E> E ofWord(String word, E[] all, Function<E, String> wordOf) {
        return Arrays.stream(all)
                .filter(one -> wordOf.apply(one).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' means nothing here"));
    }
}
