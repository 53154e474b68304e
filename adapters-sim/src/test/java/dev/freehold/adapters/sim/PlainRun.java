package dev.freehold.adapters.sim;

import dev.freehold.domain.journal.Token;
import dev.freehold.domain.resource.Gate;
import dev.freehold.domain.resource.ImageResource.ImageBuild;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.CreateAnswer;
import dev.freehold.ports.driver.GateKeeper;
import dev.freehold.ports.driver.NoRoom;
import dev.freehold.ports.driver.SystemFault;
import dev.freehold.ports.image.ImageBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The plainest way to make nodes side by side: each as soon as what it refers to is made, and again after a
/// while when it went wrong. No engine: a deployment that works here owes nothing to one.
final class PlainRun {
    private static final int MOST_ATTEMPTS = 200;

    private final Sim sim;
    private final Map<ResourceId, Node> nodes = new LinkedHashMap<>();
    private final Map<ResourceId, Integer> waitsFor = new HashMap<>();
    private final Map<ResourceId, List<ResourceId>> waiting = new HashMap<>();
    private final List<ResourceId> done = new ArrayList<>();

    private PlainRun(Sim sim, List<? extends Node> nodes) {
        this.sim = sim;
        for (var node : nodes) {
            this.nodes.put(node.id(), node);
        }
        for (var node : nodes) {
            var bases = node.dependsOn();
            waitsFor.put(node.id(), bases.size());
            bases.forEach(base ->
                    waiting.computeIfAbsent(base, _ -> new ArrayList<>()).add(node.id()));
        }
    }

    /// Makes them all.
    ///
    /// @return their ids, in the order in which they were done
    static List<ResourceId> make(Sim sim, List<? extends Node> nodes) throws InterruptedException {
        var run = new PlainRun(sim, nodes);
        for (var node : nodes) {
            if (node.dependsOn().isEmpty()) {
                run.start(node.id());
            }
        }
        sim.timeline().join();
        return run.done;
    }

    private void start(ResourceId id) {
        sim.timeline().start(id.text(), () -> {
            try {
                untilMade(nodes.get(id));
            } catch (InterruptedException unexpected) {
                throw new IllegalStateException(unexpected);
            }
            done.add(id);
            for (var next : waiting.getOrDefault(id, List.of())) {
                if (waitsFor.merge(next, -1, Integer::sum) == 0) {
                    start(next);
                }
            }
        });
    }

    private void untilMade(Node node) throws InterruptedException {
        var token = new Token(node.id().text().replaceAll("[/.]", "-"));
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            try {
                if (made(node, token)) {
                    return;
                }
                sim.timeline().sleep(Duration.ofMinutes(5));
            } catch (SystemFault fault) {
                sim.timeline().sleep(Duration.ofSeconds(20));
            }
        }
        throw new AssertionError(node.id() + " was not made in " + MOST_ATTEMPTS + " attempts");
    }

    private boolean made(Node node, Token token) throws InterruptedException {
        var timeline = sim.timeline();
        var context = new Context(
                Context.Known.NOTHING,
                timeline,
                Context.Progress.SILENT,
                timeline.now().plus(Duration.ofHours(12)));
        Object answer = switch (node) {
            case Gate gate -> sim.gates().await(gate, context);
            case ImageBuild image -> sim.images().build(image, token, context);
            case Resource resource -> sim.drivers().of(resource).create(resource, token, context);
        };
        boolean made = answer instanceof CreateAnswer.Created
                || answer instanceof ImageBuilder.Answer.Built
                || answer instanceof GateKeeper.Answer.Passed;
        if (!made && !(answer instanceof NoRoom)) {
            throw new AssertionError(node.id() + ": " + answer);
        }
        return made;
    }
}
