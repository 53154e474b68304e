package dev.freehold.lab.oracle.api;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Transition;
import dev.freehold.lab.world.Tx;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The work requests API, which Compute, networking and Identity share.
public final class WorkRequests implements Api {
    private static final Kind KIND =
            Kind.of("workrequest", "/20160918/workRequests").shownBy((_, one) -> shown(one));
    private static final Duration KEPT = Duration.ofHours(24);

    /// What a piece of work does to one resource.
    ///
    /// @param entityType such as `instance`
    /// @param actionType CREATED, UPDATED or DELETED once it is done
    public record Affected(String entityType, String actionType, String identifier) {}

    @Override
    public void serve(Routes routes) {
        for (var path : List.of(KIND.path(), "/20160918/iamWorkRequests")) {
            routes.get(path, (call, tx) -> {
                var compartment = call.requiredQuery("compartmentId");
                return KIND.page(
                        call,
                        tx,
                        tx.stream(KIND.name())
                                .filter(one -> one.compartmentId().equals(compartment))
                                .filter(one -> call.query("resourceId").stream()
                                        .allMatch(id ->
                                                one.get("_resources").toString().contains('"' + id + '"')))
                                .toList());
            });
            routes.get(path + "/{id}", (call, tx) -> KIND.reply(tx, KIND.find(call, tx)));
            routes.get(
                    path + "/{id}/errors",
                    (call, tx) -> Replies.page(
                            call,
                            KIND.find(call, tx).get("_errors").valueStream().toList()));
            routes.get(path + "/{id}/logs", (call, tx) -> {
                var accepted = Json.object().put("message", "Accepted");
                accepted.put("timestamp", Json.time(KIND.find(call, tx).timeCreated()));
                return Replies.page(call, List.of(accepted));
            });
        }
    }

    /// Begins one, under way at once.
    ///
    /// @param operation such as `LaunchInstance`
    /// @return its OCID
    public String start(Tx tx, String operation, String compartmentId, Affected... affected) {
        var attributes = Json.object().put("operationType", operation).put("percentComplete", 0);
        var resources = attributes.putArray("_resources");
        for (var one : affected) {
            resources
                    .addObject()
                    .put("entityType", one.entityType())
                    .put("actionType", one.actionType())
                    .put("identifier", one.identifier())
                    .put("entityUri", "/20160918/" + one.entityType() + "s/" + one.identifier());
        }
        attributes.putArray("_errors");
        return tx.create(KIND.name(), compartmentId, "IN_PROGRESS", attributes).id();
    }

    /// Nothing happens if `id` is empty or long forgotten.
    public void succeed(Tx tx, String id) {
        finish(tx, id, "SUCCEEDED", Json.array());
    }

    public void fail(Tx tx, String id, String code, String message) {
        var error = Json.object().put("code", code).put("message", message).put("timestamp", Json.time(tx.now()));
        finish(tx, id, "FAILED", Json.array(List.of(error)));
    }

    private static void finish(Tx tx, String id, String status, ArrayNode errors) {
        tx.find(KIND.name(), id).filter(one -> one.isIn("IN_PROGRESS")).ifPresent(one -> {
            var finished = tx.put(one.in(status).with(attributes -> {
                attributes.put("percentComplete", 100).put("timeFinished", Json.time(tx.now()));
                attributes.set("_errors", errors);
            }));
            tx.later(finished, KEPT, Transition.GONE);
        });
    }

    private static ObjectNode shown(Resource one) {
        var shown = Replies.shown(one);
        shown.remove("lifecycleState");
        shown.remove("timeCreated");
        shown.put("status", one.state());
        shown.put("timeAccepted", Json.time(one.timeCreated()));
        shown.put("timeStarted", Json.time(one.timeCreated()));
        var resources = shown.putArray("resources");
        one.get("_resources").forEach(resource -> {
            if (resource.deepCopy() instanceof ObjectNode copy) {
                // What will be CREATED, UPDATED or DELETED is so only at the end.
                resources.add(one.isIn("SUCCEEDED") ? copy : copy.put("actionType", "IN_PROGRESS"));
            }
        });
        return shown;
    }
}
