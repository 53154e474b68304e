package dev.freehold.adapters.sim.fault;

import dev.freehold.adapters.sim.call.Act;
import dev.freehold.adapters.sim.fault.Fault.Mishap;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.resource.Resource;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.CreateAnswer;
import dev.freehold.ports.driver.DeleteAnswer;
import dev.freehold.ports.driver.Drivers;
import dev.freehold.ports.driver.NoRoom;
import dev.freehold.ports.driver.Observed;
import dev.freehold.ports.driver.Refused;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.driver.UpdateAnswer;
import java.util.Optional;

/// Drivers whose calls may go wrong.
record FaultyDrivers(Drivers drivers, FaultInjection faults) implements Drivers {
    static final NoRoom FULL = new NoRoom("Out of host capacity.");
    static final Refused FORBIDDEN =
            new Refused("NotAllowed", "Refused, because the list of faults says so. Nothing was done.");

    @Override
    public <R extends Resource> ResourceDriver<R> of(R resource) {
        return new FaultyDriver<>(drivers.of(resource), faults);
    }

    private record FaultyDriver<R extends Resource>(ResourceDriver<R> driver, FaultInjection faults)
            implements ResourceDriver<R> {
        @Override
        public Optional<Observed> observe(R wanted, Context context) throws InterruptedException {
            return faults.<Optional<Observed>>around(
                    Act.OBSERVE, wanted, context, _ -> null, () -> driver.observe(wanted, context));
        }

        @Override
        public CreateAnswer create(R wanted, Token token, Context context) throws InterruptedException {
            return faults.<CreateAnswer>around(
                    Act.CREATE,
                    wanted,
                    context,
                    mishap -> mishap == Mishap.NO_ROOM ? FULL : FORBIDDEN,
                    () -> driver.create(wanted, token, context));
        }

        @Override
        public UpdateAnswer update(R before, R wanted, Context context) throws InterruptedException {
            return faults.<UpdateAnswer>around(
                    Act.UPDATE,
                    wanted,
                    context,
                    mishap -> mishap == Mishap.NO_ROOM ? FULL : FORBIDDEN,
                    () -> driver.update(before, wanted, context));
        }

        @Override
        public DeleteAnswer delete(R gone, Context context) throws InterruptedException {
            return faults.<DeleteAnswer>around(
                    Act.DELETE,
                    gone,
                    context,
                    mishap -> mishap == Mishap.NO_ROOM ? null : FORBIDDEN,
                    () -> driver.delete(gone, context));
        }
    }
}
