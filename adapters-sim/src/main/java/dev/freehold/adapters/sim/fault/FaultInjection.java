package dev.freehold.adapters.sim.fault;

import dev.freehold.adapters.sim.call.Act;
import dev.freehold.adapters.sim.fault.Fault.Mishap;
import dev.freehold.adapters.sim.fault.Fault.When;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.ports.driver.Busy;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Drivers;
import dev.freehold.ports.driver.GateKeeper;
import dev.freehold.ports.driver.ProcessHalted;
import dev.freehold.ports.driver.Silent;
import dev.freehold.ports.image.ImageBuilder;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Puts faults between the engine and the drivers of any target.
public final class FaultInjection {
    /// How long a client waits for an answer before it gives up (oci.md 1.5: 60 s to read).
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private final Misfortune misfortune;
    private final Runnable death;

    /// @param death ends the process; if it comes back, [ProcessHalted] is thrown instead
    public FaultInjection(Misfortune misfortune, Runnable death) {
        this.misfortune = misfortune;
        this.death = death;
    }

    public Drivers into(Drivers drivers) {
        return new FaultyDrivers(drivers, this);
    }

    public GateKeeper into(GateKeeper gates) {
        return new FaultyGates(gates, this);
    }

    public ImageBuilder into(ImageBuilder images) {
        return new FaultyImages(images, this);
    }

    /// A call that may go wrong.
    interface Call<A> {
        A make() throws InterruptedException;
    }

    /// Makes the call, or what becomes of it.
    ///
    /// @param turnedAway the answer for [Mishap#NO_ROOM] and [Mishap#REFUSED]; null where the call has none
    ///     such
    <A> A around(Act act, Node node, Context context, Function<Mishap, @Nullable A> turnedAway, Call<A> call)
            throws InterruptedException {
        var id = node.id();
        var struck = misfortune.strike(id, node, act);
        if (struck.isEmpty()) {
            return call.make();
        }
        var fault = struck.get();
        var what = act.word() + " " + id;
        return switch (fault.mishap()) {
            case NO_ROOM, REFUSED -> {
                var answer = turnedAway.apply(fault.mishap());
                if (answer == null) {
                    throw new Busy("500 InternalError: " + what + " can't be served now.", null);
                }
                yield answer;
            }
            case THROTTLED -> throw new Busy("429 TooManyRequests: Too many requests for the user.", RETRY_AFTER);
            case SERVER_ERROR -> throw new Busy("500 InternalError: Internal error occurred.", null);
            case TIMEOUT -> {
                waitInVain(context);
                throw new Silent("No answer to " + what + " within " + PATIENCE.toSeconds() + " s.");
            }
            case RESPONSE_LOST -> {
                call.make();
                throw new Silent("The connection broke before the answer to " + what + ".");
            }
            case HALT -> halt(fault.when(), id, what, call);
        };
    }

    private static void waitInVain(Context context) throws InterruptedException {
        var left = Duration.between(context.timeline().now(), context.deadline());
        context.timeline().sleep(left.compareTo(PATIENCE) < 0 ? left : PATIENCE);
    }

    private <A> A halt(When when, ResourceId id, String what, Call<A> call) throws InterruptedException {
        if (when == When.AFTER) {
            call.make();
        }
        death.run();
        throw new ProcessHalted(what + ": the process ends " + (when == When.AFTER ? "after" : "before") + " it, as the"
                + " fault for " + id + " says.");
    }
}
