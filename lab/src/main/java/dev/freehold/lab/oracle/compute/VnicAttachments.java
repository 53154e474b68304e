package dev.freehold.lab.oracle.compute;

import static dev.freehold.lab.oracle.compute.ComputeKinds.VNIC_ATTACHMENT;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.oracle.api.Api;
import dev.freehold.lab.oracle.api.Call;
import dev.freehold.lab.oracle.api.Kind;
import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.oracle.api.Replies;
import dev.freehold.lab.oracle.api.Routes;
import dev.freehold.lab.oracle.network.Vnics;
import dev.freehold.lab.oracle.network.Vnics.Rank;
import dev.freehold.lab.wire.Answer.Reply;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Transition;
import dev.freehold.lab.world.Tx;
import java.time.Duration;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Which VNICs an instance has. The VNIC is known once it is attached.
public final class VnicAttachments implements Api {
    private static final Kind SHOWN = VNIC_ATTACHMENT.shownBy((_, attachment) -> shown(attachment));
    private static final Duration SOON = Duration.ofSeconds(10);

    /// A VNIC lingers after its instance; meanwhile its subnet can't go. Terraform's provider repeats for 10
    /// minutes.
    private static final Duration LEAST_LINGER = Duration.ofSeconds(20);

    private static final Duration MOST_LINGER = Duration.ofSeconds(60);

    @Override
    public void serve(Routes routes) {
        SHOWN.serveReads(routes);
        routes.post(SHOWN.path(), VnicAttachments::create);
        routes.delete(SHOWN.onePath(), (call, tx) -> {
            var attachment = SHOWN.toChange(call, tx);
            if (attachment.get("_primary").asBoolean(false)) {
                throw Refusal.invalid("The primary VNIC goes with its instance alone");
            }
            Vnics.end(tx, attachment.text("vnicId"), SOON, SOON);
            tx.later(tx.move(attachment, "DETACHING", "DETACHED", SOON, SOON), Duration.ofHours(1), Transition.GONE);
            return Replies.noContent();
        });
    }

    private static ObjectNode shown(Resource attachment) {
        var shown = Replies.shown(attachment);
        if (attachment.isIn("ATTACHING")) {
            shown.remove("vnicId");
        }
        return shown;
    }

    private static Reply create(Call call, Tx tx) {
        var instance = ComputeKinds.INSTANCE.usable(tx, call.required("instanceId"));
        if (!instance.isIn("RUNNING", "STOPPED")) {
            throw Refusal.incorrectState("The instance " + instance.id() + " is in state " + instance.state());
        }
        var most = instance.get("shapeConfig").path("maxVnicAttachments").asInt(1);
        if (of(tx, instance).filter(one -> !Kind.isGone(one)).count() >= most) {
            throw Refusal.limitExceeded("The instance " + instance.id() + " has its " + most + " VNICs");
        }
        var details = call.json().path("createVnicDetails");
        var domain = instance.text("availabilityDomain");
        var subnet = Vnics.subnet(tx, Json.text(details, "subnetId", ""), domain);
        return SHOWN.reply(tx, attach(tx, instance, details, subnet, Rank.SECONDARY, SOON));
    }

    static Stream<Resource> of(Tx tx, Resource instance) {
        return tx.stream(VNIC_ATTACHMENT.name()).filter(one -> one.has("instanceId", instance.id()));
    }

    /// Makes a VNIC, which is attached `after` a while.
    static Resource attach(Tx tx, Resource instance, JsonNode details, Resource subnet, Rank rank, Duration after) {
        var domain = instance.text("availabilityDomain");
        var vnic = Vnics.make(tx, instance, details, subnet, domain, rank);
        var attributes = Json.object()
                .put("instanceId", instance.id())
                .put("vnicId", vnic.id())
                .put("subnetId", subnet.id())
                .put("availabilityDomain", domain)
                .put("nicIndex", 0)
                .put("vlanTag", 100)
                .put("_primary", rank == Rank.PRIMARY);
        var made = tx.create(VNIC_ATTACHMENT.name(), instance.compartmentId(), "ATTACHING", attributes);
        return tx.later(made, after, "ATTACHED");
    }

    /// The instance is gone.
    static void release(Tx tx, Resource instance) {
        of(tx, instance).filter(one -> !Kind.isGone(one)).forEach(one -> {
            tx.later(tx.put(one.in("DETACHED")), Duration.ofHours(1), Transition.GONE);
            Vnics.end(tx, one.text("vnicId"), LEAST_LINGER, MOST_LINGER);
        });
    }
}
