package dev.freehold.adapters.sim;

import static dev.freehold.ports.driver.Calls.context;

import dev.freehold.adapters.sim.chance.Seed;
import dev.freehold.adapters.sim.driver.Durations;
import dev.freehold.adapters.sim.tenancy.Tenancy;
import dev.freehold.adapters.sim.world.MemoryWorldLog;
import dev.freehold.adapters.sim.world.SimWorld;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.resource.Gate;
import dev.freehold.domain.resource.ImageResource.ImageBuild;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.CreateAnswer;
import dev.freehold.ports.driver.DeleteAnswer;
import dev.freehold.ports.driver.GateKeeper;
import dev.freehold.ports.image.ImageBuilder;
import dev.freehold.ports.world.WorldLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;

/// Worlds for tests, and the plainest way to fill them: one node after the other.
public final class Worlds {
    public static final Path FOLDER = Path.of("/home/someone/.freehold/sim");
    /// Everything takes ten seconds.
    public static final Durations TEN_SECONDS = (_, _) -> Duration.ofSeconds(10);

    private Worlds() {}

    public static Tenancy tenancy() {
        return Tenancy.granted("always-free-2021", false);
    }

    public static SimWorld empty() {
        return opened(new MemoryWorldLog());
    }

    public static SimWorld opened(WorldLog log) {
        return SimWorld.open(tenancy(), Seed.ZERO, FOLDER, log);
    }

    public static Sim at(SimWorld world) {
        return Sim.on(world, TEN_SECONDS, Seed.ZERO, Sim.BEGINNING);
    }

    /// Everything that the three hosts' platform makes before the node of that id.
    public static SimWorld before(ResourceId id) {
        var world = empty();
        fill(at(world), node -> !node.id().equals(id));
        return world;
    }

    public static SimWorld complete() {
        var world = empty();
        fill(at(world), _ -> true);
        return world;
    }

    /// Makes the three hosts' platform, node by node, as long as `on` holds.
    public static void fill(Sim sim, Predicate<Node> on) {
        for (var node : ThreeHosts.nodes()) {
            if (!on.test(node)) {
                return;
            }
            make(sim, node);
        }
    }

    public static void make(Sim sim, Node node) {
        var context = context(sim.timeline());
        var token = new Token("make-" + node.id().text().replaceAll("[/.]", "-"));
        try {
            Object answer = switch (node) {
                case Gate gate -> sim.gates().await(gate, context);
                case ImageBuild image -> sim.images().build(image, token, context);
                case Resource resource -> sim.drivers().of(resource).create(resource, token, context);
            };
            boolean made = answer instanceof CreateAnswer.Created
                    || answer instanceof ImageBuilder.Answer.Built
                    || answer instanceof GateKeeper.Answer.Passed;
            if (!made) {
                throw new AssertionError(node.id() + ": " + answer);
            }
        } catch (InterruptedException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    public static void remove(Sim sim, Resource resource) throws InterruptedException {
        Context context = context(sim.timeline());
        if (resource instanceof ImageBuild image) {
            sim.images().remove(image, context);
            return;
        }
        var answer = sim.drivers().of(resource).delete(resource, context);
        if (!(answer instanceof DeleteAnswer.Deleted)) {
            throw new AssertionError(resource.id() + ": " + answer);
        }
    }
}
