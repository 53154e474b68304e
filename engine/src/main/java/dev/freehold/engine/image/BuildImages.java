package dev.freehold.engine.image;

import dev.freehold.domain.journal.Token;
import dev.freehold.domain.resource.ImageResource.BuildPipeline;
import dev.freehold.domain.resource.ImageResource.ImageBuild;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.engine.caller.Caller;
import dev.freehold.engine.caller.StopSign;
import dev.freehold.engine.look.Interrupted;
import dev.freehold.engine.target.Target;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.CreateAnswer;
import dev.freehold.ports.driver.NoRoom;
import dev.freehold.ports.driver.Observed;
import dev.freehold.ports.driver.Refused;
import dev.freehold.ports.driver.SystemFault;
import dev.freehold.ports.image.ImageBuilder;
import dev.freehold.ports.state.LayerStore.Holder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

/// Builds disk images on this computer, outside any run: a file is no part of a platform until it is deployed.
public final class BuildImages {
    private static final Duration PATIENCE = Duration.ofHours(6);

    private final Target target;
    private final StopSign stop;

    public BuildImages(Target target, StopSign stop) {
        this.target = target;
        this.stop = stop;
    }

    public sealed interface Outcome {
        /// All of them are there and whole.
        ///
        /// @param names in the order in which they were asked for
        record Built(List<String> names) implements Outcome {
            public Built {
                names = List.copyOf(names);
            }
        }

        /// One could not be built, and those after it were not begun.
        record NotBuilt(ResourceId image, String words) implements Outcome {}

        /// It was told to stop.
        record Stopped() implements Outcome {}

        /// Another process writes to this target.
        record HeldBy(Holder holder) implements Outcome {}
    }

    /// @param images each after what it is built on
    /// @param by the command that asks
    /// @param progress is told what is being done to which image
    public Outcome build(
            BuildPipeline pipeline, List<ImageBuild> images, Caller by, BiConsumer<ResourceId, String> progress) {
        return target.alone(by, () -> watched(() -> alone(pipeline, images, progress)), Outcome.HeldBy::new);
    }

    /// Work that may be cut short.
    private interface Building {
        Outcome go() throws InterruptedException;
    }

    private Outcome watched(Building building) {
        var outcome = new AtomicReference<Outcome>(new Outcome.Stopped());
        var worker = target.timeline().start("images", () -> {
            try {
                outcome.set(building.go());
            } catch (InterruptedException told) {
                // It stays stopped.
            }
        });
        Runnable interrupt = worker::interrupt;
        stop.watch(interrupt);
        try {
            target.timeline().join();
        } catch (InterruptedException told) {
            throw Interrupted.looking(told);
        } finally {
            stop.forget(interrupt);
        }
        return outcome.get();
    }

    private Outcome alone(BuildPipeline pipeline, List<ImageBuild> images, BiConsumer<ResourceId, String> progress)
            throws InterruptedException {
        var known = new HashMap<ResourceId, Observed>();
        var names = new ArrayList<String>();
        Resource now = pipeline;
        try {
            switch (ready(pipeline, context(pipeline, known, progress))) {
                case CreateAnswer.Created(var made) -> known.put(pipeline.id(), made);
                case Refused(var code, var words) -> {
                    return new Outcome.NotBuilt(pipeline.id(), words.isEmpty() ? code : words);
                }
                case NoRoom(var words) -> {
                    return new Outcome.NotBuilt(pipeline.id(), words);
                }
            }
            for (var image : images) {
                now = image;
                switch (target.systems().images().build(image, token(image), context(image, known, progress))) {
                    case ImageBuilder.Answer.Built(var file) -> known.put(image.id(), new Observed(image, file));
                    case ImageBuilder.Answer.Failed(var words) -> {
                        return new Outcome.NotBuilt(image.id(), words);
                    }
                }
                names.add(image.name());
            }
            return new Outcome.Built(names);
        } catch (SystemFault fault) {
            return new Outcome.NotBuilt(now.id(), String.valueOf(fault.getMessage()));
        }
    }

    private CreateAnswer ready(BuildPipeline pipeline, Context context) throws InterruptedException {
        var driver = target.systems().drivers().of(pipeline);
        var there = driver.observe(pipeline, context);
        return there.isPresent()
                ? new CreateAnswer.Created(there.get())
                : driver.create(pipeline, token(pipeline), context);
    }

    /// Another one each time: what was built for an earlier command may be of other inputs.
    private Token token(Resource resource) {
        return new Token(resource.name() + '-' + target.timeline().now().toEpochMilli());
    }

    private Context context(
            Resource resource, Map<ResourceId, Observed> known, BiConsumer<ResourceId, String> progress) {
        return new Context(
                id -> Optional.ofNullable(known.get(id)),
                target.timeline(),
                words -> progress.accept(resource.id(), words),
                target.timeline().now().plus(PATIENCE));
    }
}
