package dev.freehold.lab.oracle.compute;

import dev.freehold.lab.machine.Disks;
import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.oracle.api.WorkRequests;
import dev.freehold.lab.oracle.api.WorkRequests.Affected;
import dev.freehold.lab.oracle.compute.BootVolumes.Afterwards;
import dev.freehold.lab.oracle.limit.Gauge.Use;
import dev.freehold.lab.oracle.limit.Limits;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Transition;
import dev.freehold.lab.world.Tx;
import dev.freehold.lab.world.World;
import java.time.Duration;
import java.util.stream.Stream;

/// What becomes of an instance once it is launched.
final class InstanceLife {
    /// Seen: stop and start 20 to 60 seconds, terminate one to three minutes.
    private static final Duration LEAST = Duration.ofSeconds(20);

    private static final Duration MOST = Duration.ofSeconds(60);
    private static final Duration LEAST_END = Duration.ofMinutes(1);
    private static final Duration MOST_END = Duration.ofMinutes(3);

    /// TERMINATED ones stay listed for hours.
    private static final Duration TRACE = Duration.ofHours(6);

    /// Whether its boot volume outlives it.
    private static final String KEEPS = "_keepBootVolume";

    private final WorkRequests workRequests;

    InstanceLife(WorkRequests workRequests) {
        this.workRequests = workRequests;
    }

    static void gauge(Limits limits) {
        Shape.ALL.forEach(shape -> shape.claims(new Shape.Size(1, 1))
                .keySet()
                .forEach(name ->
                        limits.gauge(name, tx -> standing(tx, shape).map(instance -> use(instance, shape, name)))));
    }

    private static Stream<Resource> standing(Tx tx, Shape shape) {
        return tx.stream(ComputeKinds.INSTANCE.name())
                .filter(instance -> instance.has("shape", shape.name()) && !instance.isIn("TERMINATED"));
    }

    private static Use use(Resource instance, Shape shape, String name) {
        var amount = shape.claims(size(instance)).getOrDefault(name, 0L);
        return new Use(instance.compartmentId(), instance.text("availabilityDomain"), amount);
    }

    static Shape.Size size(Resource instance) {
        var config = instance.get("shapeConfig");
        return new Shape.Size(
                config.path("ocpus").asInt(1), config.path("memoryInGBs").asInt(1));
    }

    /// @param action of the API: START, STOP and so on
    /// @throws Refusal if it does not go with the state that it is in
    Resource act(Tx tx, Resource instance, String action) {
        return switch (action) {
            case "START" -> from(tx, instance, "STOPPED", "STARTING", "RUNNING");
            case "STOP", "SOFTSTOP" -> from(tx, instance, "RUNNING", "STOPPING", "STOPPED");
            case "RESET", "SOFTRESET" -> {
                if (!instance.isIn("RUNNING")) {
                    throw inState(instance);
                }
                yield restart(tx, instance);
            }
            default -> throw Refusal.invalid("action is START, STOP, RESET, SOFTSTOP or SOFTRESET, not " + action);
        };
    }

    private static Resource from(Tx tx, Resource instance, String needed, String now, String then) {
        if (!instance.isIn(needed)) {
            throw inState(instance);
        }
        return tx.move(instance, now, then, LEAST, MOST);
    }

    static Refusal inState(Resource instance) {
        return Refusal.incorrectState("The instance " + instance.id() + " is in state " + instance.state());
    }

    static Resource restart(Tx tx, Resource instance) {
        return tx.later(tx.move(instance, "STOPPING", "STARTING", LEAST, MOST), LEAST, "RUNNING");
    }

    /// @return OCID of the work request that tells of it
    String terminate(Tx tx, Resource instance, Afterwards bootVolume) {
        var work = workRequests.start(
                tx, "TerminateInstance", instance.compartmentId(), new Affected("instance", "DELETED", instance.id()));
        // Whatever launch was under way ends here.
        workRequests.fail(tx, instance.text("_workRequest"), "IncorrectState", "The instance was terminated");
        var ending = instance.with(
                attributes -> attributes.put("_workRequest", work).put(KEEPS, bootVolume == Afterwards.KEPT));
        tx.later(tx.move(ending, "TERMINATING", "TERMINATED", LEAST_END, MOST_END), TRACE, Transition.GONE);
        return work;
    }

    void watch(World world) {
        world.when(
                ComputeKinds.INSTANCE.name(),
                "RUNNING",
                (tx, instance) -> workRequests.succeed(tx, instance.text("_workRequest")));
        world.when(ComputeKinds.INSTANCE.name(), "TERMINATED", (tx, instance) -> {
            workRequests.succeed(tx, instance.text("_workRequest"));
            VnicAttachments.release(tx, instance);
            Disks.wipe(tx, instance.id());
            BootVolumes.release(
                    tx, instance, instance.get(KEEPS).asBoolean(false) ? Afterwards.KEPT : Afterwards.DELETED);
        });
    }
}
