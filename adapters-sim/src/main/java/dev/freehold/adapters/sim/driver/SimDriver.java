package dev.freehold.adapters.sim.driver;

import dev.freehold.adapters.sim.call.Act;
import dev.freehold.adapters.sim.world.SimWorld;
import dev.freehold.adapters.sim.world.Thing;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.resource.ProxmoxResource.ClusterMember;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.ports.driver.Busy;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.CreateAnswer;
import dev.freehold.ports.driver.DeleteAnswer;
import dev.freehold.ports.driver.Observed;
import dev.freehold.ports.driver.Refused;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.driver.UpdateAnswer;
import java.util.Optional;

/// The driver of every kind in the simulated world. A thing comes to be, or goes, at the end of the call; the
/// world is asked at its beginning too, because real systems refuse at once.
final class SimDriver<R extends Resource> implements ResourceDriver<R> {
    private final SimWorld world;
    private final Calls calls;

    SimDriver(SimWorld world, Calls calls) {
        this.world = world;
        this.calls = calls;
    }

    @Override
    public Optional<Observed> observe(R wanted, Context context) throws InterruptedException {
        var id = wanted.id();
        calls.take(Act.OBSERVE, id, wanted, context);
        return world.findFor(wanted).map(Thing::observed);
    }

    @Override
    public CreateAnswer create(R wanted, Token token, Context context) throws InterruptedException {
        var id = wanted.id();
        calls.begin(id);
        try {
            var there = world.findFor(wanted).filter(thing -> isMeant(thing, wanted, token));
            if (there.isPresent()) {
                calls.ask(id, wanted, context);
                return new CreateAnswer.Created(there.get().observed());
            }
            var objection = objectionToMaking(id, wanted);
            if (objection.isPresent()) {
                calls.ask(id, wanted, context);
                return objection.get();
            }
            calls.take(Act.CREATE, id, wanted, context);
            objection = world.objectionToMaking(id, wanted);
            return objection.isPresent()
                    ? objection.get()
                    : new CreateAnswer.Created(world.make(
                                    id,
                                    wanted,
                                    Optional.of(token),
                                    context.timeline().now())
                            .observed());
        } finally {
            calls.end(id);
        }
    }

    /// Is what stands what the call asks for? By its token it is, whatever became of it since.
    private static boolean isMeant(Thing there, Resource wanted, Token token) {
        return there.token().filter(token::equals).isPresent()
                || there.resource().equals(wanted);
    }

    private Optional<Refused> objectionToMaking(ResourceId id, Resource wanted) {
        if (wanted instanceof ClusterMember && calls.isAnotherUnderWay(id)) {
            throw new Busy("500 cfs-lock 'file-corosync_conf' error: got lock request timeout", null);
        }
        return world.objectionToMaking(id, wanted);
    }

    @Override
    public UpdateAnswer update(R before, R wanted, Context context) throws InterruptedException {
        var id = wanted.id();
        calls.begin(id);
        try {
            var objection = world.objectionToChanging(id, wanted);
            if (objection.isPresent()) {
                calls.ask(id, wanted, context);
                return objection.get();
            }
            calls.take(Act.UPDATE, id, wanted, context);
            objection = world.objectionToChanging(id, wanted);
            return objection.isPresent()
                    ? objection.get()
                    : new UpdateAnswer.Updated(
                            world.change(id, wanted, context.timeline().now()).observed());
        } finally {
            calls.end(id);
        }
    }

    @Override
    public DeleteAnswer delete(R gone, Context context) throws InterruptedException {
        var id = gone.id();
        calls.begin(id);
        try {
            if (world.find(id).filter(Thing::isOurs).isEmpty()) {
                calls.ask(id, gone, context);
                return new DeleteAnswer.Deleted();
            }
            var objection = world.objectionToRemoving(id);
            if (objection.isPresent()) {
                calls.ask(id, gone, context);
                return objection.get();
            }
            calls.take(Act.DELETE, id, gone, context);
            objection = world.objectionToRemoving(id);
            if (objection.isPresent()) {
                return objection.get();
            }
            world.remove(id, context.timeline().now());
            return new DeleteAnswer.Deleted();
        } finally {
            calls.end(id);
        }
    }
}
