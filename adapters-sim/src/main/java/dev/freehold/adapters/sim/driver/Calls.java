package dev.freehold.adapters.sim.driver;

import dev.freehold.adapters.sim.call.Act;
import dev.freehold.adapters.sim.call.Attempts;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Silent;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/// The calls that are under way: each takes its time, and no two work on one thing.
final class Calls {
    private final Pace pace;
    private final Attempts attempts = new Attempts();
    private final Set<ResourceId> underWay = new HashSet<>();

    Calls(Pace pace) {
        this.pace = pace;
    }

    /// Begins work on `id`; [#end] must follow.
    void begin(ResourceId id) {
        if (!underWay.add(id)) {
            throw new IllegalStateException("Two calls work on " + id + " at once. This is a bug in Freehold.");
        }
    }

    void end(ResourceId id) {
        underWay.remove(id);
    }

    /// Is work under way on anything else of the same kind?
    boolean isAnotherUnderWay(ResourceId id) {
        for (var other : underWay) {
            if (!other.equals(id) && other.kind().equals(id.kind())) {
                return true;
            }
        }
        return false;
    }

    /// Lets the time pass that the act takes.
    ///
    /// @throws Silent at the deadline, where the act would take longer; nothing was done then
    void take(Act act, ResourceId id, Node node, Context context) throws InterruptedException {
        pass(pace.of(act, id, node, attempts.next(id, act)), act.word(), id, context);
    }

    /// Lets the time of one short exchange pass.
    void ask(ResourceId id, Node node, Context context) throws InterruptedException {
        take(Act.OBSERVE, id, node, context);
    }

    /// Lets the time pass that a system takes to settle, but none after the deadline.
    ///
    /// @return false if it was too short
    boolean settle(ResourceId id, Node gate, Context context) throws InterruptedException {
        var usual = pace.of(Act.AWAIT, id, gate, attempts.next(id, Act.AWAIT));
        var left = Duration.between(context.timeline().now(), context.deadline());
        boolean isEnough = usual.compareTo(left) <= 0;
        if (isEnough || left.isPositive()) {
            context.timeline().sleep(isEnough ? usual : left);
        }
        return isEnough;
    }

    private static void pass(Duration duration, String what, ResourceId id, Context context)
            throws InterruptedException {
        var timeline = context.timeline();
        var now = timeline.now();
        if (now.plus(duration).isAfter(context.deadline())) {
            timeline.sleep(Duration.between(now, context.deadline()));
            throw new Silent("No answer to " + what + " " + id + " by " + context.deadline() + ".");
        }
        timeline.sleep(duration);
    }
}
