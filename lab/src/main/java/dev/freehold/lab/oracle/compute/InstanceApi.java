package dev.freehold.lab.oracle.compute;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.oracle.api.Api;
import dev.freehold.lab.oracle.api.Call;
import dev.freehold.lab.oracle.api.Details;
import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.oracle.api.Replies;
import dev.freehold.lab.oracle.api.Routes;
import dev.freehold.lab.oracle.api.WorkRequests;
import dev.freehold.lab.oracle.compute.BootVolumes.Afterwards;
import dev.freehold.lab.oracle.limit.Limits;
import dev.freehold.lab.oracle.tenancy.Tenancy;
import dev.freehold.lab.wire.Answer.Reply;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Tx;
import dev.freehold.lab.world.World;
import java.time.Duration;
import java.util.List;

/// The instances API. An instance shows neither its addresses nor its boot volume: attachments lead to them.
public final class InstanceApi implements Api {
    /// Fixed at launch.
    private static final List<String> FIXED_METADATA = List.of("ssh_authorized_keys", "user_data");

    private final Tenancy tenancy;
    private final Launcher launcher;
    private final InstanceLife life;

    /// @param vnicLag lab time by which RUNNING precedes the attached VNIC
    public InstanceApi(Tenancy tenancy, Limits limits, Capacity capacity, WorkRequests workRequests, Duration vnicLag) {
        this.tenancy = tenancy;
        this.launcher = new Launcher(tenancy, limits, capacity, workRequests, vnicLag);
        this.life = new InstanceLife(workRequests);
        InstanceLife.gauge(limits);
    }

    @Override
    public void serve(Routes routes) {
        ComputeKinds.INSTANCE.serveReads(routes);
        routes.post(ComputeKinds.INSTANCE.path(), (call, tx) -> {
            var instance = launcher.launch(call, tx);
            return Replies.withWorkRequest(ComputeKinds.INSTANCE.reply(tx, instance), instance.text("_workRequest"));
        });
        routes.post(
                ComputeKinds.INSTANCE.onePath(),
                (call, tx) -> ComputeKinds.INSTANCE.reply(
                        tx, life.act(tx, ComputeKinds.INSTANCE.toChange(call, tx), call.requiredQuery("action"))));
        routes.put(ComputeKinds.INSTANCE.onePath(), this::update);
        routes.delete(ComputeKinds.INSTANCE.onePath(), (call, tx) -> {
            var instance = ComputeKinds.INSTANCE.toChange(call, tx);
            var keep = call.query("preserveBootVolume").filter("true"::equals).isPresent();
            return Replies.withWorkRequest(
                    Replies.noContent(), life.terminate(tx, instance, keep ? Afterwards.KEPT : Afterwards.DELETED));
        });
    }

    private Reply update(Call call, Tx tx) {
        var instance = ComputeKinds.INSTANCE.toChange(call, tx);
        checkMetadata(call, instance);
        var changed = tx.put(instance.with(attributes -> Details.update(
                call,
                attributes,
                "metadata",
                "extendedMetadata",
                "instanceOptions",
                "availabilityConfig",
                "agentConfig")));
        var config = call.json().path("shapeConfig");
        call.optional("shape").filter(shape -> !instance.has("shape", shape)).ifPresent(shape -> {
            throw Refusal.invalid("The lab keeps an instance on its shape: " + instance.text("shape"));
        });
        return ComputeKinds.INSTANCE.reply(tx, config.isObject() ? resize(tx, changed, call) : changed);
    }

    private static void checkMetadata(Call call, Resource instance) {
        var metadata = call.json().path("metadata");
        for (var key : FIXED_METADATA) {
            if (metadata.isObject()
                    && !metadata.path(key).equals(instance.get("metadata").path(key))) {
                throw Refusal.invalid("metadata." + key + " can't be changed after the launch");
            }
        }
    }

    private Resource resize(Tx tx, Resource instance, Call call) {
        var shape = Shape.named(instance.text("shape")).orElseThrow(() -> InstanceLife.inState(instance));
        var before = InstanceLife.size(instance);
        var wanted = Json.object().put("ocpus", (double) before.ocpus()).put("memoryInGBs", (double) before.memory());
        call.json().path("shapeConfig").properties().forEach(one -> {
            if (!one.getValue().isNull()) {
                wanted.set(one.getKey(), one.getValue());
            }
        });
        var after = shape.size(wanted, Launcher.memoryShare(tenancy));
        if (after.equals(before)) {
            return instance;
        }
        if (!instance.isIn("RUNNING", "STOPPED")) {
            throw InstanceLife.inState(instance);
        }
        launcher.admitGrowth(tx, instance, shape, before, after);
        var resized = tx.put(instance.with(attributes -> attributes.set("shapeConfig", shape.config(after))));
        return instance.isIn("RUNNING") ? InstanceLife.restart(tx, resized) : resized;
    }

    @Override
    public void watch(World world) {
        life.watch(world);
    }
}
