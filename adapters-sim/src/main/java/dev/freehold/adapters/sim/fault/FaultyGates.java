package dev.freehold.adapters.sim.fault;

import dev.freehold.adapters.sim.call.Act;
import dev.freehold.adapters.sim.fault.Fault.Mishap;
import dev.freehold.domain.resource.Gate;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.GateKeeper;

/// Gates that may fail to open. To whoever writes faults, awaiting is the gate's creation: plans call it so.
record FaultyGates(GateKeeper gates, FaultInjection faults) implements GateKeeper {

    @Override
    public Answer await(Gate gate, Context context) throws InterruptedException {
        return faults.<Answer>around(
                Act.CREATE,
                gate,
                context,
                mishap -> mishap == Mishap.NO_ROOM
                        ? null
                        : new Answer.NotInTime("nothing was looked at, because the list of faults says so"),
                () -> gates.await(gate, context));
    }
}
