package dev.freehold.adapters.sim.driver;

import dev.freehold.adapters.sim.world.GateFact;
import dev.freehold.adapters.sim.world.SimWorld;
import dev.freehold.domain.resource.Gate;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.GateKeeper;
import java.time.Duration;

/// Waits for facts of the simulated world. A gate takes its time even where the fact will hold at the end:
/// systems settle.
final class SimGateKeeper implements GateKeeper {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    private final SimWorld world;
    private final Calls calls;

    SimGateKeeper(SimWorld world, Calls calls) {
        this.world = world;
        this.calls = calls;
    }

    @Override
    public Answer await(Gate gate, Context context) throws InterruptedException {
        var id = gate.id();
        calls.begin(id);
        try {
            boolean isSettled = calls.settle(id, gate, context);
            while (true) {
                var fact = GateFact.of(gate, world);
                if (isSettled && fact.holds()) {
                    return Answer.Passed.of(gate);
                }
                var timeline = context.timeline();
                var left = Duration.between(timeline.now(), context.deadline());
                if (!left.isPositive()) {
                    return new Answer.NotInTime(fact.seen());
                }
                context.progress().report(fact.seen());
                timeline.sleep(left.compareTo(BETWEEN_LOOKS) < 0 ? left : BETWEEN_LOOKS);
            }
        } finally {
            calls.end(id);
        }
    }
}
