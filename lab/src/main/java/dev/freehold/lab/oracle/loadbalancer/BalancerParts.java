package dev.freehold.lab.oracle.loadbalancer;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.oracle.api.Call;
import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.oracle.api.Replies;
import dev.freehold.lab.oracle.api.Routes;
import dev.freehold.lab.wire.Answer.Reply;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Tx;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a load balancer holds by name: its backend sets, with their backends, or its listeners.
///
/// @param member of the load balancer, and of the path
/// @param word in the names of operations
record BalancerParts(String member, String word) {
    private static final String SETS = "backendSets";

    void serve(Routes routes) {
        var path = LoadBalancerApi.KIND.onePath() + '/' + member;
        if (member.equals(SETS)) {
            routes.get(
                    path,
                    (call, tx) -> Replies.page(
                            call,
                            LoadBalancerApi.KIND
                                    .find(call, tx)
                                    .get(member)
                                    .valueStream()
                                    .toList()));
            routes.get(
                    path + "/{name}",
                    (call, tx) -> Replies.ok(part(LoadBalancerApi.KIND.find(call, tx), call.path("name"))));
            routes.post(path + "/{name}/backends", this::addBackend);
            routes.delete(path + "/{name}/backends/{backend}", this::removeBackend);
        }
        routes.post(path, (call, tx) -> {
            var name = call.required("name");
            if (LoadBalancerApi.active(call, tx).get(member).has(name)) {
                throw Refusal.conflict("The load balancer has a " + word + ' ' + name + " already");
            }
            return change(call, tx, "Create" + word, parts -> parts.set(name, complete(member, name, call.json())));
        });
        routes.put(path + "/{name}", (call, tx) -> {
            part(LoadBalancerApi.active(call, tx), call.path("name"));
            return change(
                    call,
                    tx,
                    "Update" + word,
                    parts -> parts.set(call.path("name"), complete(member, call.path("name"), call.json())));
        });
        routes.delete(path + "/{name}", (call, tx) -> {
            var balancer = LoadBalancerApi.active(call, tx);
            part(balancer, call.path("name"));
            if (member.equals(SETS)) {
                refuseInUse(balancer, call.path("name"));
            }
            return change(call, tx, "Delete" + word, parts -> parts.remove(call.path("name")));
        });
    }

    private static void refuseInUse(Resource balancer, String set) {
        balancer.get("listeners").properties().forEach(listener -> {
            if (Json.text(listener.getValue(), "defaultBackendSetName", "").equals(set)) {
                throw Refusal.incorrectState(
                        "The backend set " + set + " is used by the listener " + listener.getKey());
            }
        });
    }

    private JsonNode part(Resource balancer, String name) {
        var part = balancer.get(member).path(name);
        if (!part.isObject()) {
            throw Refusal.notFound(word + ' ' + name + " of " + balancer.id());
        }
        return part;
    }

    private Reply change(Call call, Tx tx, String type, Consumer<ObjectNode> change) {
        var balancer = LoadBalancerApi.active(call, tx);
        var changed = tx.put(balancer.with(attributes -> change.accept(attributes.withObject(member))));
        return BalancerWorkRequests.accepted(tx, changed, type, LoadBalancerApi.CHANGE);
    }

    private Reply addBackend(Call call, Tx tx) {
        part(LoadBalancerApi.active(call, tx), call.path("name"));
        var backend = backend(call.json());
        return change(
                call,
                tx,
                "CreateBackend",
                sets -> sets.withObject(call.path("name")).withArray("backends").add(backend));
    }

    private Reply removeBackend(Call call, Tx tx) {
        var set = part(LoadBalancerApi.active(call, tx), call.path("name"));
        var left = set.path("backends")
                .valueStream()
                .filter(one -> !Json.text(one, "name", "").equals(call.path("backend")))
                .toList();
        if (left.size() == set.path("backends").size()) {
            throw Refusal.notFound("backend " + call.path("backend"));
        }
        return change(
                call,
                tx,
                "DeleteBackend",
                sets -> sets.withObject(call.path("name")).set("backends", Json.array(left)));
    }

    /// All of a create's, by their names.
    static ObjectNode complete(String member, JsonNode parts) {
        var complete = Json.object();
        parts.properties()
                .forEach(part -> complete.set(part.getKey(), complete(member, part.getKey(), part.getValue())));
        return complete;
    }

    private static ObjectNode complete(String member, String name, JsonNode details) {
        var part = Json.object().put("name", name);
        details.properties().forEach(one -> {
            if (!one.getValue().isNull()) {
                part.set(one.getKey(), one.getValue());
            }
        });
        for (var needed : member.equals(SETS)
                ? new String[] {"policy", "healthChecker"}
                : new String[] {"defaultBackendSetName", "port", "protocol"}) {
            if (part.path(needed).isMissingNode()) {
                throw Refusal.missing(member + '.' + needed);
            }
        }
        if (member.equals(SETS)) {
            part.set(
                    "backends",
                    Json.array(part.path("backends")
                            .valueStream()
                            .map(BalancerParts::backend)
                            .toList()));
        }
        return part.put("name", name);
    }

    private static ObjectNode backend(JsonNode details) {
        var address = Json.text(details, "ipAddress", "");
        var port = details.path("port").asInt(0);
        if (address.isEmpty() || port < 1 || port > 65_535) {
            throw Refusal.invalid("A backend has an ipAddress and a port");
        }
        return Json.object()
                .put("name", address + ':' + port)
                .put("ipAddress", address)
                .put("port", port)
                .put("weight", details.path("weight").asInt(1))
                .put("backup", details.path("backup").asBoolean(false))
                .put("drain", details.path("drain").asBoolean(false))
                .put("offline", details.path("offline").asBoolean(false));
    }
}
