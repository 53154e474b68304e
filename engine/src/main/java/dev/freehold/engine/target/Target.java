package dev.freehold.engine.target;

import dev.freehold.ports.driver.ServedSystems;
import dev.freehold.engine.call.Systems;
import dev.freehold.engine.caller.Caller;
import dev.freehold.engine.pace.Pace;
import dev.freehold.ports.cloud.Preflight;
import dev.freehold.ports.driver.Inventory;
import dev.freehold.ports.image.ImageBuilder;
import dev.freehold.ports.state.Journals;
import dev.freehold.ports.state.LayerStore;
import dev.freehold.ports.state.LayerStore.Holder;
import dev.freehold.ports.state.LayerStore.LockAnswer.HeldBy;
import dev.freehold.ports.state.LayerStore.LockAnswer.Locked;
import dev.freehold.ports.time.Timeline;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where drivers point (`sim`, `lab` or `live`), and what is recorded of it.
///
/// Its world is opened when somebody first asks for it, and once more by whoever has taken the right to
/// write: what was read of it before may have been overtaken by another process.
public final class Target {
    private final String name;
    private final Supplier<World> opening;
    private final Journals journals;
    private final LayerStore layers;
    private final long seed;
    private final Pace pace;
    private final boolean looksFirst;
    private @Nullable World world;

    /// What a target is beside its records.
    public record World(
            ServedSystems served,
            ImageBuilder images,
            Inventory inventory,
            Preflight preflight,
            Timeline timeline) {

        /// One that nothing is to be looked at before planning.
        public World(ServedSystems served, ImageBuilder images, Inventory inventory, Timeline timeline) {
            this(served, images, inventory, Preflight.NONE, timeline);
        }
    }

    /// @param name the word for it
    /// @param opening gives the world as it is when it is asked
    /// @param layers what the layers publish to each other
    /// @param seed decides every random choice of the engine
    /// @param pace how hard its systems are driven
    public Target(String name, Supplier<World> opening, Journals journals, LayerStore layers, long seed, Pace pace) {
        this(name, opening, journals, layers, seed, pace, true);
    }

    private Target(
            String name,
            Supplier<World> opening,
            Journals journals,
            LayerStore layers,
            long seed,
            Pace pace,
            boolean looksFirst) {
        this.name = name;
        this.opening = opening;
        this.journals = journals;
        this.layers = layers;
        this.seed = seed;
        this.pace = pace;
        this.looksFirst = looksFirst;
    }

    /// One that is driven at the usual pace.
    public Target(String name, Supplier<World> opening, Journals journals, LayerStore layers, long seed) {
        this(name, opening, journals, layers, seed, Pace.USUAL);
    }

    private synchronized World world() {
        var open = world;
        if (open == null) {
            open = opening.get();
            world = open;
        }
        return open;
    }

    private synchronized void openAfresh() {
        world = null;
    }

    /// Does `work` with the right to write, if it is to be had.
    ///
    /// @param heldBy answers where another process has it
    public <A> A alone(Caller by, Supplier<A> work, Function<Holder, A> heldBy) {
        return switch (layers.lock(new Holder(by.process(), by.command(), by.since()))) {
            case HeldBy(var holder) -> heldBy.apply(holder);
            case Locked(var lease) -> {
                try {
                    // Whoever had the right until now has changed what was known.
                    openAfresh();
                    yield work.get();
                } finally {
                    release(lease);
                }
            }
        };
    }

    private static void release(AutoCloseable lease) {
        try {
            lease.close();
        } catch (Exception failure) {
            throw new IllegalStateException("The right to write could not be given back.", failure);
        }
    }

    public String name() {
        return name;
    }

    public Inventory inventory() {
        return world().inventory();
    }

    /// The same, where there is no tenancy to look at: a plan that believes the states need not open the world.
    public Target withoutPreflight() {
        return new Target(name, opening, journals, layers, seed, pace, false);
    }

    public Preflight preflight() {
        return looksFirst ? world().preflight() : Preflight.NONE;
    }

    public Timeline timeline() {
        return world().timeline();
    }

    public Journals journals() {
        return journals;
    }

    public LayerStore layers() {
        return layers;
    }

    public long seed() {
        return seed;
    }

    public Pace pace() {
        return pace;
    }

    public Systems systems() {
        var open = world();
        return new Systems(open.served(), open.served(), open.images());
    }
}
