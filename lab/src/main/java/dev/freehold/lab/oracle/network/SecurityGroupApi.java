package dev.freehold.lab.oracle.network;

import static dev.freehold.lab.oracle.network.NetworkKinds.LEAST;
import static dev.freehold.lab.oracle.network.NetworkKinds.MOST;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.oracle.api.Api;
import dev.freehold.lab.oracle.api.Call;
import dev.freehold.lab.oracle.api.Details;
import dev.freehold.lab.oracle.api.Kind;
import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.oracle.api.Replies;
import dev.freehold.lab.oracle.api.Routes;
import dev.freehold.lab.oracle.tenancy.Compartments;
import dev.freehold.lab.wire.Answer.Reply;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Network security groups and the rules in them, which have ids and an API of their own.
public final class SecurityGroupApi implements Api {
    private static final Kind KIND = NetworkKinds.SECURITY_GROUP;
    private static final int MOST_RULES = 120;

    @Override
    public void serve(Routes routes) {
        serveGroups(routes);
        serveMembers(routes);
        serveRules(routes);
    }

    private static void serveGroups(Routes routes) {
        routes.get(KIND.path(), (call, tx) -> {
            // Unlike elsewhere a VCN will do in place of a compartment.
            if (call.query("vcnId").isEmpty()) {
                call.requiredQuery("compartmentId");
            }
            return KIND.page(
                    call,
                    tx,
                    tx.stream(KIND.name())
                            .filter(one -> call.admits("compartmentId", one.compartmentId()))
                            .toList());
        });
        routes.get(KIND.onePath(), (call, tx) -> KIND.reply(tx, KIND.find(call, tx)));
        routes.post(KIND.path(), (call, tx) -> {
            var compartment = Compartments.of(call, tx);
            NetworkKinds.VCN.usable(tx, call.required("vcnId"));
            var attributes = Details.created(call, KIND.name(), "vcnId");
            attributes.putArray("_rules");
            var made = tx.create(KIND.name(), compartment, "PROVISIONING", attributes);
            return KIND.reply(tx, tx.move(made, "PROVISIONING", "AVAILABLE", LEAST, MOST));
        });
        routes.put(
                KIND.onePath(),
                (call, tx) -> KIND.reply(
                        tx, tx.put(KIND.toChange(call, tx).with(attributes -> Details.update(call, attributes)))));
        routes.delete(KIND.onePath(), (call, tx) -> {
            var group = KIND.toChange(call, tx);
            References.refuse(tx, group, NetworkKinds.VNIC, vnic -> References.holds(vnic, "nsgIds", group.id()));
            KIND.end(tx, group, LEAST, MOST);
            return Replies.noContent();
        });
    }

    private static void serveMembers(Routes routes) {
        routes.get(KIND.onePath() + "/vnics", (call, tx) -> {
            var group = KIND.find(call, tx);
            return Replies.page(
                    call,
                    tx.stream(NetworkKinds.VNIC.name())
                            .filter(vnic -> References.holds(vnic, "nsgIds", group.id()) && !Kind.isGone(vnic))
                            .map(vnic -> Json.object()
                                    .put("vnicId", vnic.id())
                                    .put("resourceId", vnic.text("_instanceId"))
                                    .put("timeAssociated", Json.time(vnic.timeCreated())))
                            .toList());
        });
    }

    private void serveRules(Routes routes) {
        routes.get(
                KIND.onePath() + "/securityRules",
                (call, tx) -> Replies.page(
                        call,
                        KIND.find(call, tx)
                                .get("_rules")
                                .valueStream()
                                .filter(rule -> call.admits("direction", Json.text(rule, "direction", "")))
                                .toList()));
        routes.post(KIND.onePath() + "/actions/addSecurityRules", this::add);
        routes.post(KIND.onePath() + "/actions/updateSecurityRules", this::update);
        routes.post(KIND.onePath() + "/actions/removeSecurityRules", this::remove);
    }

    private Reply add(Call call, Tx tx) {
        var group = KIND.toChange(call, tx);
        var rules = rules(group);
        var added = call.json()
                .path("securityRules")
                .valueStream()
                .map(rule -> complete(rule)
                        .put("id", Long.toHexString(tx.nextSequence()).toUpperCase(Locale.ROOT))
                        .put("isValid", true)
                        .put("timeCreated", Json.time(tx.now())))
                .toList();
        rules.addAll(added);
        if (rules.size() > MOST_RULES) {
            throw Refusal.limitExceeded("A network security group has at most " + MOST_RULES + " rules");
        }
        tx.put(group.with(attributes -> attributes.set("_rules", Json.array(rules))));
        return answer(added);
    }

    private Reply update(Call call, Tx tx) {
        var group = KIND.toChange(call, tx);
        var rules = rules(group);
        var updated = new ArrayList<ObjectNode>();
        for (var rule : call.json().path("securityRules")) {
            var id = Json.text(rule, "id", "");
            var at =
                    rules.stream().map(one -> Json.text(one, "id", "")).toList().indexOf(id);
            if (at < 0) {
                throw Refusal.notFound("security rule " + id);
            }
            var created = Json.text(rules.get(at), "timeCreated", "");
            updated.add(complete(rule).put("isValid", true).put("timeCreated", created));
            rules.set(at, updated.getLast());
        }
        tx.put(group.with(attributes -> attributes.set("_rules", Json.array(rules))));
        return answer(updated);
    }

    private Reply remove(Call call, Tx tx) {
        var group = KIND.toChange(call, tx);
        Set<String> ids = call.json()
                .path("securityRuleIds")
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
        var left = rules(group).stream()
                .filter(rule -> !ids.contains(Json.text(rule, "id", "")))
                .toList();
        tx.put(group.with(attributes -> attributes.set("_rules", Json.array(left))));
        return Replies.noContent();
    }

    private static Reply answer(List<ObjectNode> rules) {
        var answer = Json.object();
        answer.set("securityRules", Json.array(rules));
        return Replies.ok(answer);
    }

    private static List<JsonNode> rules(Resource group) {
        return new ArrayList<>(group.get("_rules").valueStream().toList());
    }

    private static ObjectNode complete(JsonNode rule) {
        return switch (Json.text(rule, "direction", "")) {
            case "INGRESS" -> NetworkRules.security(rule, "source");
            case "EGRESS" -> NetworkRules.security(rule, "destination");
            default -> throw Refusal.invalid("The direction of a security rule is INGRESS or EGRESS");
        };
    }
}
